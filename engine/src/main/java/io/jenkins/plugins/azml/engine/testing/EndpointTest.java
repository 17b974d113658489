package io.jenkins.plugins.azml.engine.testing;

import org.jspecify.annotations.Nullable;

/**
 * One request to an endpoint and the answer that it must get.
 *
 * @param name unique in its file
 * @param deployment which deployment the request goes to, or null for the one under test
 */
public record EndpointTest(
        String name, Request request, @Nullable String deployment, Expectation expectation) {

    /**
     * What is sent.
     *
     * @param path on the endpoint's host, or null for its scoring path
     * @param json the body, or null if there is none
     */
    public record Request(
            String method, @Nullable String path, @Nullable String json) {}
}
