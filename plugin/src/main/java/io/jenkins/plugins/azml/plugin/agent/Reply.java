package io.jenkins.plugins.azml.plugin.agent;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What comes back from an agent, as JSON text: a value, or what failed. An agent is not trusted, so its answer is bounded
 * and read strictly.
 *
 * @param value if it went well
 * @param problems if it did not
 * @param unsettled whether trying again may help
 * @param mayHaveHappened of an unsettled write
 * @param after how long to wait then, or null
 */
record Reply(
        @Nullable String value,
        List<Problem> problems,
        boolean unsettled,
        boolean mayHaveHappened,
        @Nullable Duration after) {
    private static final int LONGEST = 32 << 20;

    /** What came of a piece of work, for the way back. */
    static String of(Supplier<String> work) {
        return Json.write(RecordJson.write(done(work)));
    }

    private static Reply done(Supplier<String> work) {
        try {
            return new Reply(work.get(), List.of(), false, false, null);
        } catch (Unsettled e) {
            return new Reply(null, List.of(e.problem()), true, e.mayHaveHappened(), e.after());
        } catch (ProblemException e) {
            return new Reply(null, e.problems(), false, false, null);
        }
    }

    /**
     * The value of an answer.
     *
     * @throws ProblemException what failed on the agent
     * @throws Unsettled likewise, worth another try
     */
    static String value(String answer) {
        Reply reply = read(answer);
        if (reply.unsettled()) {
            throw new Unsettled(reply.problems().get(0), reply.after(), reply.mayHaveHappened());
        }
        if (reply.value() == null) {
            throw new ProblemException(reply.problems());
        }
        return reply.value();
    }

    private static Reply read(String answer) {
        try {
            if (answer.length() > LONGEST) {
                throw new JsonException("it is longer than 32 MiB");
            }
            Reply reply = RecordJson.read(JsonObject.read(answer), Reply.class);
            if (reply.value() == null && reply.problems().isEmpty()) {
                throw new JsonException("it says nothing");
            }
            return reply;
        } catch (JsonException e) {
            throw Problem.of(ProblemCode.UNREADABLE_ANSWER, "the agent's answer is unreadable: " + e.getMessage())
                    .asException();
        }
    }
}
