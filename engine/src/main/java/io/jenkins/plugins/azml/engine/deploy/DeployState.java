package io.jenkins.plugins.azml.engine.deploy;

import io.jenkins.plugins.azml.engine.assets.Supplied;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.rest.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a deployment stands. Saved as {@code deploy/1}. */
public sealed interface DeployState {

    /** Nothing is written yet. */
    record Planned() implements DeployState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.planned(this);
        }
    }

    /** The endpoint is missing and is to be created. */
    record CreatingEndpoint(Instant since) implements DeployState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.creatingEndpoint(this);
        }
    }

    /** The endpoint is not ready for a deployment. */
    record AwaitingEndpoint(Instant since) implements DeployState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitingEndpoint(this);
        }
    }

    /** Code, environment and what else the deployment's file refers to is being brought. */
    record Supplying(Supplied so) implements DeployState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.supplying(this);
        }
    }

    /** The deployment is to be requested. */
    record Creating(Supplied so, Instant since) implements DeployState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.creating(this);
        }
    }

    /**
     * The deployment was requested.
     *
     * @param unseenSince since when it cannot be read, or null while it can
     * @param operation that provisions it, or null where its own state tells
     * @param lateUntil until when an earlier request for it, whose answer was lost, can still arrive, or null
     */
    record Provisioning(
            Instant since,
            @Nullable Instant unseenSince,
            @Nullable Operation operation,
            @Nullable Instant lateUntil) implements DeployState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.provisioning(this);
        }
    }

    /**
     * The deployment has failed; its log is to be shown.
     *
     * @param tries how often the log could not be read
     * @param lateUntil as in {@link Provisioning}
     */
    record Explaining(Problem problem, int tries, @Nullable Instant lateUntil) implements DeployState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.explaining(this);
        }
    }

    /**
     * The deployment is being removed because of a problem.
     *
     * @param asked whether the service has taken the request
     * @param lateUntil until when it can still appear, by a late request or because answers are old, or null
     */
    record Removing(
            Problem problem,
            Instant since,
            boolean asked,
            @Nullable Instant lateUntil) implements DeployState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.removing(this);
        }
    }

    /** The deployment answers, without traffic. */
    record Ready() implements DeployState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ready(this);
        }
    }

    <R> R match(Cases<R> cases);

    /** One answer for each state. */
    interface Cases<R> {
        R planned(Planned state);

        R creatingEndpoint(CreatingEndpoint state);

        R awaitingEndpoint(AwaitingEndpoint state);

        R supplying(Supplying state);

        R creating(Creating state);

        R provisioning(Provisioning state);

        R explaining(Explaining state);

        R removing(Removing state);

        R ready(Ready state);
    }
}
