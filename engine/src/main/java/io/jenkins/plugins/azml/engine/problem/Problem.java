package io.jenkins.plugins.azml.engine.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure as facts.
 *
 * @param code which failure
 * @param what one lower-case sentence without a full stop that names the thing and its value; never a secret
 * @param where the place in a file or argument, or null
 * @param suggestion the nearest right name or value, or null
 * @param requestId Azure's id of the request that failed, for a support case, or null
 */
public record Problem(
        ProblemCode code,
        String what,
        @Nullable Where where,
        @Nullable String suggestion,
        @Nullable String requestId) {

    public static Problem of(ProblemCode code, String what) {
        return new Problem(code, what, null, null, null);
    }

    public static Problem at(Where where, ProblemCode code, String what) {
        return new Problem(code, what, where, null, null);
    }

    public Problem suggesting(@Nullable String better) {
        return new Problem(code, what, where, better, requestId);
    }

    public Problem ofRequest(@Nullable String id) {
        return new Problem(code, what, where, suggestion, id);
    }

    public ProblemKind kind() {
        return code.kind();
    }

    public Optional<Where> place() {
        return Optional.ofNullable(where);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** The facts on one line: place, what, suggestion, request id. */
    @Override
    public String toString() {
        return (where == null ? "" : where + ": ")
                + what
                + (suggestion == null ? "" : "; did you mean '" + suggestion + "'?")
                + (requestId == null ? "" : " (request " + requestId + ")");
    }
}
