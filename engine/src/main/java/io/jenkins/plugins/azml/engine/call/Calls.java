package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.Map;

/** The table of stages: whatever has a row here can be called and taken up again. */
public final class Calls {
    private static final Map<String, Class<? extends StageCall<?, ?>>> ALL = Map.of(
            "setup", SetupCall.class,
            "train", TrainCall.class,
            "evaluate", EvaluateCall.class,
            "register", RegisterCall.class,
            "deploy", DeployCall.class,
            "test", TestCall.class,
            "promote", PromoteCall.class,
            "rollback", RollbackCall.class);

    private Calls() {}

    /**
     * Reads a saved call.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException STATE_UNREADABLE if there is no such stage, or the
     *     call is unreadable
     */
    public static StageCall<?, ?> read(String stage, JsonObject saved) {
        Class<? extends StageCall<?, ?>> type = ALL.get(stage);
        if (type == null) {
            throw Problem.of(
                            ProblemCode.STATE_UNREADABLE,
                            "the run is of stage '" + stage + "', which this release does not know")
                    .asException();
        }
        try {
            return RecordJson.read(saved, type);
        } catch (JsonException e) {
            throw Problem.of(ProblemCode.STATE_UNREADABLE, "the saved call of a stage is unreadable: " + e.getMessage())
                    .asException();
        }
    }

    /** The stage that a call is of. */
    public static String stage(StageCall<?, ?> call) {
        return ALL.entrySet().stream()
                .filter(row -> row.getValue().isInstance(call))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
