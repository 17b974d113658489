package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.call.SetupCall;
import io.jenkins.plugins.azml.engine.setup.SetupResult;
import io.jenkins.plugins.azml.engine.setup.SetupState;
import java.util.List;
import java.util.Locale;

/** {@code azml setup}. */
public final class SetupDoor implements StageDoor<SetupCall, SetupState, SetupResult> {

    @Override
    public String name() {
        return "setup";
    }

    @Override
    public Class<SetupCall> arguments() {
        return SetupCall.class;
    }

    @Override
    public Prepared<SetupState, SetupResult> prepare(SetupCall call, Scene scene) {
        return Prepared.of(call.in(scene), SetupDoor::lines);
    }

    private static List<String> lines(SetupResult result) {
        Table table = new Table("what", "effect", "file");
        result.items()
                .forEach(item -> table.row(item.what(), item.effect().name().toLowerCase(Locale.ROOT), item.file()));
        return table.lines();
    }
}
