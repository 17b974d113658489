package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.cli.jenkinsfile.BuiltBranch;
import io.jenkins.plugins.azml.cli.jenkinsfile.LocalAgent;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.runner.Answers;
import io.jenkins.plugins.azml.runner.CredentialsFile;
import io.jenkins.plugins.azml.runner.RunAction;
import io.jenkins.plugins.azml.runner.RunException;
import io.jenkins.plugins.azml.runner.RunOptions;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.Runner;
import io.jenkins.plugins.azml.runner.TerminalPrompt;
import io.jenkins.plugins.azml.runner.console.TerminalView;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.runner.durable.ProgramKilled;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs a Jenkinsfile. */
@Command(name = "run", description = "Runs a Jenkinsfile on this machine, on the real CPS engine, as Jenkins would.")
@SuppressWarnings("NullAway.Init")
public final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private Azml azml;

    @Parameters(paramLabel = "JENKINSFILE", arity = "0..1", description = "The script; ./Jenkinsfile by default.")
    private @Nullable Path jenkinsfile;

    @Option(names = "--job", paramLabel = "NAME", description = "The job: its builds count up and keep their history.")
    private @Nullable String job;

    @Option(names = "--branch", paramLabel = "NAME", description = "Build this branch: sets BRANCH_NAME.")
    private @Nullable String branch;

    @Option(names = "--pull-request", paramLabel = "NUMBER", description = "Build this pull request.")
    private @Nullable Integer pullRequest;

    @Option(names = "--target", paramLabel = "BRANCH", description = "The branch that the pull request asks to change.")
    private String target = "main";

    @Option(names = "--fork", description = "The pull request comes from a fork.")
    private boolean fork;

    @Option(names = "--param", paramLabel = "KEY=VALUE", description = "A parameter's value; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--library", paramLabel = "NAME=PATH", description = "A library in a folder; may be repeated.")
    private Map<String, Path> libraries = new LinkedHashMap<>();

    @Option(names = "--implicit", paramLabel = "NAME", description = "Every script has this library.")
    private List<String> implicit = List.of();

    @Option(names = "--files", paramLabel = "DIR", description = "Lay these files into the workspace first.")
    private @Nullable Path files;

    @Option(names = "--credentials", paramLabel = "FILE", description = "Credentials in YAML: id, kind, values.")
    private @Nullable Path credentials;

    @Option(names = "--approve", description = "Approve every input.")
    private boolean approve;

    @Option(names = "--refuse", description = "Refuse every input.")
    private boolean refuse;

    @Option(
            names = "--on",
            paramLabel = "REGEX=ACTION",
            description = "When the console matches: approve, abort, stop or restart; may be repeated, in order.")
    private List<String> actions = List.of();

    @Option(
            names = "--durable",
            paramLabel = "WHERE",
            arity = "0..1",
            fallbackValue = "saves",
            description = "Drop and restore the program wherever Jenkins saves it, or =everywhere.")
    private @Nullable Durable durable;

    @Option(names = "--kill-at", paramLabel = "SAVE", description = "End at this save, as if the machine went down.")
    private int killAt;

    @Option(names = "--resume", description = "Go on with the job's last build.")
    private boolean resume;

    @Option(names = "--allow", paramLabel = "STEP", split = ",", description = "Only print calls of these steps.")
    private List<String> allowed = List.of();

    /** Where the program is dropped and restored, spelt as it is typed. */
    enum Durable {
        saves,
        everywhere
    }

    @Override
    public Integer call() {
        try {
            LocalAgent agent = new LocalAgent(azml.shell(), azml.shell().home().resolve("emulator"));
            Runner runner = new Runner(options(agent), terminal(), new TerminalPrompt(System.in, this::print));
            return show(agent.host(runner, resume ? runner::resume : runner::run));
        } catch (RunException refused) {
            if (refused.getCause() instanceof ProgramKilled) {
                azml.console().note(String.valueOf(refused.getMessage()));
                return ExitCode.CANCELLED.status();
            }
            throw Problem.of(ProblemCode.INVALID_ARGUMENT, String.valueOf(refused.getMessage()))
                    .asException();
        }
    }

    private int show(RunResult result) {
        List<String> lines = new ArrayList<>();
        result.rejections().stream()
                .distinct()
                .map(rejection -> "needs an approval on Jenkins: " + rejection)
                .forEach(lines::add);
        lines.addAll(result.findings());
        String why = result.failure() == null ? "" : ": " + result.failure();
        lines.add("build " + result.number() + ": " + result.result() + why);
        lines.add("record in " + result.folder());
        azml.console()
                .result(
                        lines,
                        Map.of(
                                "result", result.result().toString(),
                                "failure", Objects.requireNonNullElse(result.failure(), ""),
                                "number", result.number(),
                                "artifacts", result.artifacts(),
                                "rejections", result.rejections(),
                                "findings", result.findings(),
                                "record", result.folder().toString()));
        return result.exitCode();
    }

    private Consumer<String> terminal() {
        return azml.shell().rich() ? new TerminalView(this::print, azml.shell().clock()) : this::print;
    }

    private void print(String text) {
        azml.shell().err().print(text);
        azml.shell().err().flush();
    }

    private RunOptions options(LocalAgent agent) {
        Path folder = azml.shell().folder();
        Path script = folder.resolve(jenkinsfile == null ? Path.of("Jenkinsfile") : jenkinsfile);
        RunOptions.Builder options = RunOptions.of(script)
                .home(azml.shell().home())
                .sources(folder)
                .checkout(Files.exists(folder.resolve(".git")))
                .parameters(parameters)
                .variables(new BuiltBranch(branch, pullRequest, target, fork).variables())
                .machine(agent.environment())
                .libraries(libraries(agent))
                .answers(answers())
                .actions(actions.stream().map(RunCommand::action).toList())
                .durability(durability())
                .killAt(killAt)
                .allowed(allowed);
        if (job != null) {
            options.job(job);
        }
        if (files != null) {
            options.files(folder.resolve(files));
        }
        if (credentials != null) {
            options.credentials(new CredentialsFile(
                            folder.resolve(credentials), azml.shell().environment())
                    .read());
        }
        return options.build();
    }

    private static RunAction action(String text) {
        try {
            return RunAction.parse(text);
        } catch (IllegalArgumentException invalid) {
            throw new RunException("--on: " + invalid.getMessage(), invalid);
        }
    }

    private Answers answers() {
        if (approve && refuse) {
            throw new RunException("--approve and --refuse exclude each other");
        }
        if (approve) {
            return Answers.APPROVE;
        }
        if (refuse) {
            return Answers.REFUSE;
        }
        return actions.isEmpty() ? Answers.ASK : Answers.WAIT;
    }

    private Durability durability() {
        if (durable == null) {
            return killAt > 0 || resume ? Durability.WHERE_JENKINS_SAVES : Durability.OFF;
        }
        return durable == Durable.everywhere ? Durability.EVERYWHERE : Durability.WHERE_JENKINS_SAVES;
    }

    private List<LibrarySource> libraries(LocalAgent agent) {
        Path folder = azml.shell().folder();
        List<LibrarySource> all = new ArrayList<>();
        libraries.forEach((name, place) ->
                all.add(new LibrarySource(name, folder.resolve(place), "HEAD", implicit.contains(name))));
        agent.library()
                .filter(own -> !libraries.containsKey(own.name()))
                .map(own -> own.implicit(implicit.contains(own.name())))
                .ifPresent(all::add);
        implicit.stream()
                .filter(name -> all.stream().noneMatch(each -> each.name().equals(name)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new RunException("--implicit " + unknown
                            + ": no library of that name; name its folder with --library " + unknown + "=PATH");
                });
        return all;
    }
}
