package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A stage's states as envelopes and back.
 *
 * @param stage the stage's name
 * @param version of the states' form, from 1
 * @param states the sealed interface
 */
public record StateCodec<S>(String stage, int version, Class<S> states) {

    public Envelope seal(S state, long generation, String writtenBy, @Nullable Problem problem) {
        return new Envelope(
                stage + "/" + version,
                generation,
                writtenBy,
                state.getClass().getSimpleName(),
                RecordJson.write((Record) state),
                problem);
    }

    /**
     * Opens an envelope.
     *
     * @throws ProblemException STATE_UNREADABLE if it is another stage's, a newer release's, or unreadable
     */
    public S open(Envelope envelope) {
        if (!envelope.schema().equals(stage + "/" + version)) {
            throw unreadable("the saved state is a '" + envelope.schema() + "', written by " + envelope.writtenBy()
                    + "; this release reads '" + stage + "/" + version + "'");
        }
        try {
            Class<?> type = RecordJson.permitted(states, envelope.state());
            return states.cast(RecordJson.read(new JsonObject(envelope.data()), type));
        } catch (JsonException e) {
            throw unreadable("the saved state '" + envelope.state() + "' of stage " + stage + " is unreadable: "
                    + e.getMessage());
        }
    }

    private static ProblemException unreadable(String what) {
        return Problem.of(ProblemCode.STATE_UNREADABLE, what).asException();
    }
}
