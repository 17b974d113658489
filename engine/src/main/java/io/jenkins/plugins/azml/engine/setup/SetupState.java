package io.jenkins.plugins.azml.engine.setup;

import io.jenkins.plugins.azml.engine.assets.Supplied;
import io.jenkins.plugins.azml.engine.rest.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a set-up stands: at which of the files, and what became of those before. */
public sealed interface SetupState {
    /**
     * A file's resource is being compared and, if need be, written.
     *
     * @param done what became of the files before, one a file
     */
    record Comparing(List<Effect> done, Supplied so) implements SetupState {}

    /** A resource that differs is to be written. */
    record Writing(List<Effect> done, Supplied so, Effect effect) implements SetupState {}

    /**
     * A resource was written and is being provisioned.
     *
     * @param operation that does it, or null where the resource's own state tells
     */
    record Provisioning(
            List<Effect> done,
            Supplied so,
            Effect effect,
            Instant since,
            @Nullable Operation operation) implements SetupState {}

    /** All is as the files say. */
    record SetUp(List<Effect> done) implements SetupState {}

    /** What became of a file. */
    enum Effect {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
