package io.jenkins.plugins.azml.runner.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.azml.runner.Answers;
import io.jenkins.plugins.azml.runner.RunAction;
import io.jenkins.plugins.azml.runner.RunException;
import io.jenkins.plugins.azml.runner.RunOptions;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.Runner;
import io.jenkins.plugins.azml.runner.build.Credential;
import io.jenkins.plugins.azml.runner.build.Credential.SecretFile;
import io.jenkins.plugins.azml.runner.build.Credential.SecretText;
import io.jenkins.plugins.azml.runner.build.Credential.SshKey;
import io.jenkins.plugins.azml.runner.build.Credential.UsernamePassword;
import io.jenkins.plugins.azml.runner.build.Home;
import io.jenkins.plugins.azml.runner.build.ParameterDefinition;
import io.jenkins.plugins.azml.runner.build.StageNode;
import io.jenkins.plugins.azml.runner.durable.Durability;
import io.jenkins.plugins.azml.runner.durable.ProgramKilled;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Runs the builds of a recorded case as Jenkins ran them. */
final class GoldenRun {
    private static final Map<String, Credential> CREDENTIALS = Map.of(
            "tok", new SecretText("s3cr3t-t0ken-value"),
            "tok2", new SecretText("it's $ecret & more"),
            "up", new UsernamePassword("alice", "pa55-w0rd-x"),
            "f", new SecretFile("conf.ini", "key=inside-the-file\n"),
            "ssh", new SshKey("git", "NOT-A-REAL-KEY-BODY\n", ""));

    private final GoldenCase golden;
    private final Path home;
    private final Durability durability;

    GoldenRun(GoldenCase golden, Path home, Durability durability) {
        this.golden = golden;
        this.home = home;
        this.durability = durability;
    }

    /** What one build gave: empty where it was refused. */
    record Ran(Optional<RunResult> result, String console) {}

    List<Ran> run() throws IOException, InterruptedException {
        defineParameters();
        List<LibrarySource> libraries = libraries();
        List<Ran> ran = new ArrayList<>();
        for (GoldenCase.Expected build : golden.builds()) {
            ran.add(run(build, libraries));
        }
        return ran;
    }

    private void defineParameters() {
        List<ParameterDefinition> definitions = new ArrayList<>();
        golden.run()
                .path("jobParameters")
                .properties()
                .forEach(field -> definitions.add(new ParameterDefinition(
                        field.getKey(), "string", field.getValue().asText(), List.of())));
        if (!definitions.isEmpty()) {
            new Home(home, home, false, Map.of()).job(golden.name()).defineParameters(definitions);
        }
    }

    private Ran run(GoldenCase.Expected build, List<LibrarySource> libraries) {
        StringBuilder console = new StringBuilder();
        try {
            Runner runner = runner(options(build, libraries), console);
            return new Ran(Optional.of(runner.run()), normaliser().normalise(console.toString()));
        } catch (RunException refused) {
            return new Ran(Optional.empty(), String.valueOf(refused.getMessage()));
        }
    }

    /** Runs all builds, each ended at every one of its saves and resumed from there; counts the saves. */
    List<Ran> runKilledAtEverySave(AtomicInteger kills) throws IOException, InterruptedException {
        defineParameters();
        List<LibrarySource> libraries = libraries();
        List<Ran> ran = new ArrayList<>();
        for (GoldenCase.Expected build : golden.builds()) {
            RunOptions.Builder options = options(build, libraries).killAt(1);
            Optional<Optional<RunResult>> ended = attempt(options, Runner::run);
            while (ended.isEmpty()) {
                kills.incrementAndGet();
                ended = attempt(options, Runner::resume);
            }
            ran.add(new Ran(ended.get(), ""));
        }
        return ran;
    }

    /** Gives nothing where the build was killed, and an empty result where it was refused. */
    private static Optional<Optional<RunResult>> attempt(RunOptions.Builder options, Function<Runner, RunResult> how) {
        try {
            return Optional.of(Optional.of(how.apply(runner(options, new StringBuilder()))));
        } catch (RunException ended) {
            return ended.getCause() instanceof ProgramKilled ? Optional.empty() : Optional.of(Optional.empty());
        }
    }

    private static Runner runner(RunOptions.Builder options, StringBuilder console) {
        return new Runner(options.build(), console::append, (question, answer) -> {});
    }

    private RunOptions.Builder options(GoldenCase.Expected build, List<LibrarySource> libraries) {
        RunOptions.Builder options = RunOptions.of(golden.jenkinsfile())
                .home(home)
                .job(golden.name())
                .user("admin")
                .parameters(build.parameters())
                .libraries(libraries)
                .credentials(CREDENTIALS)
                .answers(Answers.WAIT)
                .actions(actions(build))
                .durability(durability);
        if (golden.run().has("workspaceFiles")) {
            options.files(
                    golden.folder().resolve(golden.run().path("workspaceFiles").asText()));
        }
        return options;
    }

    private static List<RunAction> actions(GoldenCase.Expected build) {
        List<RunAction> actions = new ArrayList<>();
        for (JsonNode action : build.actions()) {
            Map<String, Object> values = new TreeMap<>();
            action.path("parameters")
                    .properties()
                    .forEach(
                            field -> values.put(field.getKey(), field.getValue().asText()));
            actions.add(new RunAction(
                    Pattern.compile(action.path("afterConsoleMatches").asText()),
                    kind(action.path("do").asText()),
                    values));
        }
        return actions;
    }

    private static RunAction.Kind kind(String word) {
        return switch (word) {
            case "approveInput" -> RunAction.Kind.APPROVE;
            case "abortInput" -> RunAction.Kind.ABORT;
            case "stopBuild" -> RunAction.Kind.STOP;
            case "restartController" -> RunAction.Kind.RESTART;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private List<LibrarySource> libraries() throws IOException, InterruptedException {
        JsonNode library = golden.run().path("library");
        if (library.isMissingNode()) {
            return List.of();
        }
        Path repository = home.resolve("library-repository");
        Path lib = golden.folder().resolve("lib");
        Trees.copy(lib, new io.jenkins.plugins.azml.runner.files.FileSet("", "", false).list(lib), repository);
        git(repository, "init", "--quiet", "--initial-branch=main");
        git(repository, "add", "--all");
        git(repository, "-c", "user.name=t", "-c", "user.email=t@t", "commit", "--quiet", "--message=library");
        return List.of(new LibrarySource(
                library.path("name").asText(),
                repository,
                library.path("default").asText(),
                library.path("implicit").asBoolean()));
    }

    private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("git failed: " + command);
        }
    }

    private Normaliser normaliser() {
        Path root = home.toAbsolutePath().normalize();
        return new Normaliser(Map.of(
                root.resolve("workspace").resolve(golden.name()).toString(), "$WORKSPACE",
                root.resolve("builds").resolve(golden.name()).toString(), "$JOB_DIR",
                root.resolve("workspace").toString(), "$WORKSPACES",
                root.toString(), "$JENKINS_HOME"));
    }

    static boolean sameArtifacts(RunResult result, GoldenCase.Expected expected) {
        return Files.isDirectory(result.folder()) && result.artifacts().equals(expected.artifacts());
    }

    /** Compares the trees of stages; where none was stable, any will do. */
    static boolean sameStages(RunResult result, GoldenCase.Expected expected) {
        JsonNode wanted = expected.stages();
        return wanted.isNull() || wanted.isMissingNode() || words(wanted).equals(words(result.stages()));
    }

    private static List<String> words(JsonNode stages) {
        List<String> words = new ArrayList<>();
        stages.forEach(stage -> words.add(
                stage.path("name").asText() + " " + stage.path("status").asText() + " "
                        + stage.path("type").asText("STAGE") + " " + words(stage.path("children"))));
        return words;
    }

    private static List<String> words(List<StageNode> stages) {
        return stages.stream()
                .map(stage ->
                        stage.name() + " " + stage.status().word() + " " + stage.type() + " " + words(stage.children()))
                .toList();
    }
}
