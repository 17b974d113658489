package io.jenkins.plugins.azml.emulator.serving;

import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;

/** Runs deployments and hands requests to them. Safe for use by several threads. */
public interface ScoringHost extends AutoCloseable {
    /** Starts a deployment in place of one of that key and returns at once; the listener is never called from within this call. */
    void deploy(DeploymentPlan plan, DeploymentListener listener);

    /** Stops the deployment and forgets its logs. Nothing happens when it is unknown. */
    void remove(DeploymentKey key);

    /**
     * Lets a deployment answer.
     *
     * @param request as it came, without the caller's key; its path is {@code /score}
     * @return 503 when the deployment is not ready, 500 with the error's text when the model raises
     */
    Reply score(DeploymentKey key, Request request);

    /** The last lines that the deployment wrote, oldest first, with line ends; empty when there are none. */
    String logs(DeploymentKey key, int lines);

    /** Stops all deployments. */
    @Override
    void close();
}
