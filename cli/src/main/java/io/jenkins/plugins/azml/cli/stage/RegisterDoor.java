package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.call.RegisterCall;
import io.jenkins.plugins.azml.engine.register.RegisterState;
import io.jenkins.plugins.azml.engine.register.Registered;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code azml register}. */
public final class RegisterDoor implements StageDoor<RegisterCall, RegisterState, Registered> {

    @Override
    public String name() {
        return "register";
    }

    @Override
    public Class<RegisterCall> arguments() {
        return RegisterCall.class;
    }

    @Override
    public Prepared<RegisterState, Registered> prepare(RegisterCall call, Scene scene) {
        return Prepared.showing(call.in(scene), RegisterDoor::show);
    }

    private static Shown show(Registered registered) {
        return Shown.done(
                Map.of(
                        "model", registered.model().toString(),
                        "name", registered.model().name(),
                        "version", registered.model().version(),
                        "digest", registered.digest(),
                        "tags", new TreeMap<>(registered.tags())),
                lines(registered));
    }

    private static List<String> lines(Registered registered) {
        return Table.ofNames()
                .row("model", registered.model().toString())
                .row("digest", registered.digest())
                .row("next", "azml promote DEPLOYMENT --model " + registered.model() + " --to WORKSPACE --tests TESTS")
                .lines();
    }
}
