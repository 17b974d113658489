package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.engine.call.TestCall;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tests a deployment. */
@Command(name = "test", description = "Sends requests to a deployment, which needs no traffic, and checks the answers.")
@SuppressWarnings("NullAway.Init")
public final class TestCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "TESTS", description = "The tests file.")
    private Path tests;

    @Option(names = "--endpoint", paramLabel = "NAME", required = true, description = "The endpoint.")
    private String endpoint;

    @Option(
            names = "--deployment",
            paramLabel = "NAME",
            description = "Which deployment answers; without it, the traffic decides.")
    private @Nullable String deployment;

    @Mixin
    private RunOptions run;

    @Mixin
    private ReportOptions reports;

    @Override
    public Integer call() {
        var arguments = new TestCall(tests.toString(), endpoint, deployment);
        return azml.begin(new TestDoor(), arguments, run.order(azml, tests), run.mode(reports));
    }
}
