package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.List;

/** The table of stages: whatever has a row here can be called and taken up again. */
public final class Doors {
    private static final List<StageDoor<?, ?, ?>> ALL = List.of(
            new SetupDoor(),
            new TrainDoor(),
            new EvaluateDoor(),
            new RegisterDoor(),
            new DeployDoor(),
            new TestDoor(),
            new PromoteDoor(),
            new RollbackDoor());

    private Doors() {}

    /** @throws io.jenkins.plugins.azml.engine.problem.ProblemException STATE_UNREADABLE if there is no such stage */
    public static StageDoor<?, ?, ?> named(String stage) {
        return ALL.stream()
                .filter(door -> door.name().equals(stage))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemCode.STATE_UNREADABLE,
                                "the run is of stage '" + stage + "', which this release does not know")
                        .asException());
    }
}
