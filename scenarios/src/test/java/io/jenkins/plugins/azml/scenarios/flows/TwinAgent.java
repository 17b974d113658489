package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.run.Interruption;
import io.jenkins.plugins.azml.engine.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import picocli.CommandLine;

/** An agent in this JVM: its shell runs {@code azml} in process, and whatever else it is told it only notes, unless told to run it too. */
final class TwinAgent {
    /** A process that is gone without a word. */
    private static final int GONE = -1;

    private final TwinAzure azure;
    private final Twins twins;
    private final Asked asked;
    private final Map<Integer, Command> begun = new HashMap<>();
    private final Map<Integer, Fate> met = new HashMap<>();
    private Consumer<Command> watcher = command -> {};
    private int count;
    private int ends;
    private boolean runsCommands;

    /** What becomes of an agent's command when the runner ends. */
    enum Fate {
        /** It is none of its business. */
        GOES_ON,
        /** Its machine went down too, before the command had done anything. */
        GONE_BEFORE,
        /** Its machine went down too, when the command had done everything, but before its end was on the disk. */
        GONE_AFTER
    }

    /** A command as it was called. */
    record Command(Path folder, String script, Map<String, String> environment) {
        boolean isAzml() {
            return script.contains("AZML_ARGUMENT_");
        }

        /** The words after {@code azml}. */
        List<String> words() {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(environment.getOrDefault("AZML_ARGUMENTS", "0")); i++) {
                words.add(environment.get("AZML_ARGUMENT_" + i));
            }
            return words;
        }

        @Override
        public String toString() {
            return isAzml() ? "azml " + words() : script;
        }
    }

    /** How a command ended. */
    record Ended(int status, String said) {}

    TwinAgent(TwinAzure azure, Twins twins, Asked asked) {
        this.azure = azure;
        this.twins = twins;
        this.asked = asked;
    }

    /** Begins a command, which a number names from now on, over the runner's end too. */
    int begin(Command command) {
        watcher.accept(command);
        if (command.isAzml()) {
            asked.words(command.words());
        }
        begun.put(++count, command);
        return count;
    }

    /** Sees a command through. */
    Ended end(int number) {
        Command command = begun.remove(number);
        Fate fate = met.getOrDefault(number, Fate.GOES_ON);
        if (fate == Fate.GONE_BEFORE) {
            return new Ended(GONE, "");
        }
        Ended ended = ended(command);
        if (fate == Fate.GONE_AFTER) {
            withoutResult(command);
            return new Ended(GONE, "");
        }
        return ended;
    }

    private Ended ended(Command command) {
        try {
            if (!command.isAzml()) {
                return runsCommands ? run(command) : new Ended(0, "");
            }
            return command.words().get(0).equals("emulator") ? ofEmulator(command) : ofAzml(command);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Ended run(Command command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command.script())
                .directory(command.folder().toFile())
                .redirectErrorStream(true);
        shell.environment().clear();
        shell.environment().putAll(command.environment());
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.onExit().join().exitValue(), said);
    }

    private Ended ofAzml(Command command) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        Map<String, String> environment = new HashMap<>(command.environment());
        if (environment.containsKey("AZML_LOCAL")) {
            environment.putAll(azure.localVariables());
        }
        Shell shell = new Shell(
                environment,
                command.folder(),
                writer,
                writer,
                false,
                azure.cloud.clock(),
                RandomGenerator.of("L64X128MixRandom"),
                new Interruption(),
                azure);
        CommandLine line = Azml.commandLine(shell);
        // The folder of the process is this JVM's.
        line.registerConverter(Path.class, text -> command.folder().resolve(text));
        int status = line.execute(command.words().toArray(String[]::new));
        return new Ended(status, command.environment().containsKey("AZML_SILENT") ? "" : said.toString());
    }

    /** The local Azure ML is a process of its own, which no twin is: it is one more emulator in this JVM. */
    private Ended ofEmulator(Command command) throws IOException {
        switch (command.words().get(2)) {
            case "start" -> azure.startLocal(twins::ofStrangers);
            case "stop" -> azure.stopLocal();
            default -> throw new IOException("azml " + command.words());
        }
        return new Ended(0, "");
    }

    private static Path result(Command command) {
        return command.folder()
                .resolve(command.words().stream()
                        .filter(word -> word.startsWith("--result="))
                        .findFirst()
                        .orElseThrow()
                        .substring("--result=".length()));
    }

    private static void write(Command command, Map<String, String> object) throws IOException {
        Files.writeString(result(command), Json.write(object));
    }

    private static void withoutResult(Command command) {
        try {
            if (command.isAzml()) {
                write(command, Map.of());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The runner was ended: what becomes of the {@code azml} at hand. A project's own check that is gone fails, as on Jenkins. */
    void survives(IntFunction<Fate> fate) {
        begun.forEach((number, command) -> {
            if (command.isAzml()) {
                met.put(number, fate.apply(ends++));
            }
        });
    }

    /** From now on it runs what is not {@code azml} too. */
    void runsCommands() {
        runsCommands = true;
    }

    /** Shows each command to somebody before it begins. */
    void watch(Consumer<Command> by) {
        watcher = by;
    }
}
