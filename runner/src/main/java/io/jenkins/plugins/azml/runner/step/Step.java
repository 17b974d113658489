package io.jenkins.plugins.azml.runner.step;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import org.jspecify.annotations.Nullable;

/** A Pipeline step. It keeps nothing between calls. */
public interface Step {
    StepSignature signature();

    /**
     * Checks the arguments before the step starts.
     *
     * @throws RuntimeException where a value is missing or not allowed
     */
    default void check(StepArguments arguments) {}

    /** Tells whether it opens a block even where no body is written after it, as {@code parallel} does. */
    default boolean isAlwaysBlock() {
        return false;
    }

    /** Tells whether its body may be left out. */
    default boolean bodyIsOptional() {
        return isAlwaysBlock();
    }

    /**
     * Starts one call of the step, on the program's thread. It must not block.
     *
     * @return what goes on after this method, or null where the step ended at once and has told the context so
     */
    @Nullable
    StepExecution start(StepArguments arguments, StepContext context) throws Exception;
}
