package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.cli.command.CancelCommand;
import io.jenkins.plugins.azml.cli.command.HelpCommand;
import io.jenkins.plugins.azml.cli.command.LogsCommand;
import io.jenkins.plugins.azml.cli.command.RenderCommand;
import io.jenkins.plugins.azml.cli.command.ResumeCommand;
import io.jenkins.plugins.azml.cli.command.StatusCommand;
import io.jenkins.plugins.azml.cli.command.ValidateCommand;
import io.jenkins.plugins.azml.cli.command.YamlCommand;
import io.jenkins.plugins.azml.cli.config.Connections;
import io.jenkins.plugins.azml.cli.config.WorkspaceNames;
import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.cli.console.ResultFile;
import io.jenkins.plugins.azml.cli.demo.DemoCommand;
import io.jenkins.plugins.azml.cli.doctor.DoctorCommand;
import io.jenkins.plugins.azml.cli.emulator.EmulatorCommand;
import io.jenkins.plugins.azml.cli.emulator.LocalAzure;
import io.jenkins.plugins.azml.cli.run.Ended;
import io.jenkins.plugins.azml.cli.run.Mode;
import io.jenkins.plugins.azml.cli.run.Order;
import io.jenkins.plugins.azml.cli.run.Runs;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.cli.run.StageRuns;
import io.jenkins.plugins.azml.cli.stage.DeployCommand;
import io.jenkins.plugins.azml.cli.stage.EvaluateCommand;
import io.jenkins.plugins.azml.cli.stage.PromoteCommand;
import io.jenkins.plugins.azml.cli.stage.RegisterCommand;
import io.jenkins.plugins.azml.cli.stage.RollbackCommand;
import io.jenkins.plugins.azml.cli.stage.SetupCommand;
import io.jenkins.plugins.azml.cli.stage.TestCommand;
import io.jenkins.plugins.azml.cli.stage.TrainCommand;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code azml}: what all commands share. */
@Command(
        name = "azml",
        description = "Carries a model from its training script to a tested endpoint in production on Azure ML.",
        subcommands = {
            SetupCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            RegisterCommand.class,
            DeployCommand.class,
            TestCommand.class,
            PromoteCommand.class,
            RollbackCommand.class,
            ResumeCommand.class,
            CancelCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            RenderCommand.class,
            ValidateCommand.class,
            YamlCommand.class,
            RunCommand.class,
            EmulatorCommand.class,
            DoctorCommand.class,
            DemoCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Release.class,
        usageHelpWidth = 100,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init")
public final class Azml {
    private final Shell shell;
    private @Nullable Console console;
    private @Nullable Connections connections;
    private @Nullable Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            scope = ScopeType.INHERIT,
            description = "text for people (the default), json for machines: one object on standard output.")
    private Output output = Output.text;

    @Option(
            names = "--result",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Write the object of --output json to this file too.")
    private @Nullable Path result;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Only the result and errors.")
    private boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Every step, and where an error comes from.")
    private boolean debug;

    /** The forms of output, spelt as they are typed. */
    enum Output {
        text,
        json
    }

    private Azml(Shell shell) {
        this.shell = shell;
    }

    /** The command line, ready to execute arguments. */
    public static CommandLine commandLine(Shell shell) {
        return new CommandLine(new Azml(shell), new Constructors())
                .setOut(shell.out())
                .setErr(shell.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        shell.rich() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExpandAtFiles(false)
                .setAbbreviatedOptionsAllowed(false)
                .setExitCodeExceptionMapper(failure -> ExitCode.BUG.status())
                .setExecutionExceptionHandler(new FailureHandler())
                .setParameterExceptionHandler(new UsageHandler());
    }

    public Shell shell() {
        return shell;
    }

    /** Where this command's words go. */
    public Console console() {
        if (console == null) {
            console = new Console(shell, output == Output.json, level(), new ResultFile(shell, result));
        }
        return console;
    }

    private Console.Level level() {
        if (debug) {
            return Console.Level.DEBUG;
        }
        return quiet ? Console.Level.QUIET : Console.Level.NORMAL;
    }

    /** The variables that say where Azure ML is; in a build of {@code azml run} that may be this machine. */
    private Map<String, String> environment() {
        if (environment == null) {
            LocalAzure local = new LocalAzure(shell, console());
            environment = local.isMeant() && !namesSubscription() ? local.environment() : shell.environment();
        }
        return environment;
    }

    private boolean namesSubscription() {
        ParseResult command = spec.commandLine().getParseResult();
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        return command.hasMatchedOption("--subscription");
    }

    public Connections connections() {
        if (connections == null) {
            connections = new Connections(environment(), shell.outside());
        }
        return connections;
    }

    public WorkspaceNames workspaceNames() {
        return new WorkspaceNames(environment(), shell.home());
    }

    public Runs runs() {
        return new Runs(shell);
    }

    public StageRuns stageRuns() {
        return new StageRuns(shell, console(), connections());
    }

    /** Begins a run, sees it through, shows its result. Gives the exit status. */
    public <A extends Record, S, R> int begin(StageDoor<A, S, R> door, A arguments, Order order, Mode mode) {
        return show(stageRuns().begin(door, arguments, order, mode));
    }

    /** Shows what became of a run. Gives the exit status. */
    public int show(Ended<?> ended) {
        console().result(ended.lines(), ended.json());
        return ended.exitStatus();
    }
}
