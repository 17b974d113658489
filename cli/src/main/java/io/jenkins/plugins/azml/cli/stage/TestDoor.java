package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.console.Words;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.call.TestCall;
import io.jenkins.plugins.azml.engine.testing.Tested;
import io.jenkins.plugins.azml.engine.testing.TestingState;
import java.util.List;

/** {@code azml test}. */
public final class TestDoor implements StageDoor<TestCall, TestingState, Tested> {

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Class<TestCall> arguments() {
        return TestCall.class;
    }

    @Override
    public Prepared<TestingState, Tested> prepare(TestCall call, Scene scene) {
        return Prepared.of(call.in(scene), TestDoor::lines);
    }

    private static List<String> lines(Tested tested) {
        Table table = new Table("test", "outcome", "time");
        tested.results()
                .forEach(result -> table.row(
                        result.test().name(),
                        result.assessment().passed() ? "passed" : "failed",
                        Words.of(result.latency())));
        return table.lines();
    }
}
