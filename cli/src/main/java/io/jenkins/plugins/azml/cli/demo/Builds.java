package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.cli.jenkinsfile.BuiltBranch;
import io.jenkins.plugins.azml.cli.jenkinsfile.LocalAgent;
import io.jenkins.plugins.azml.runner.Answers;
import io.jenkins.plugins.azml.runner.RunOptions;
import io.jenkins.plugins.azml.runner.Runner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Builds the branches of the example's repository, as a multibranch job would. */
final class Builds {
    private final Shell shell;
    private final Console console;
    private final LocalAgent agent;

    /** @param azure the folder of the emulator that runs */
    Builds(Shell shell, Console console, Path azure) {
        this.shell = shell;
        this.console = console;
        this.agent = new LocalAgent(shell, azure);
    }

    /** Runs the Jenkinsfile to its end; whoever is asked approves. */
    DemoBuild build(String what, Repository repository, BuiltBranch branch) {
        Map<String, String> variables = branch.variables();
        RunOptions options = RunOptions.of(repository.jenkinsfile())
                .home(shell.home())
                .sources(repository.folder())
                .checkout(true)
                .job("diabetes/" + variables.get("BRANCH_NAME"))
                .variables(variables)
                .machine(agent.environment())
                .libraries(agent.library().map(List::of).orElse(List.of()))
                .answers(Answers.APPROVE)
                .build();
        console.heading("azml run examples/diabetes/Jenkinsfile" + branch.option());
        Runner runner =
                new Runner(options, new BuildView(console, what), (question, approved) -> approved.accept(true));
        return DemoBuild.of(what, agent.host(runner, runner::run));
    }
}
