package io.jenkins.plugins.azml.runner.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** The record of a build: {@code console.txt} while it runs, {@code build.json} when it has ended. */
public final class BuildFolder {
    /** The file that holds a program which was cut short. */
    public static final String PROGRAM = "program.dat";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private static final String CONSOLE = "console.txt";

    private final Writer console;

    private BuildFolder(Path path, Writer console) {
        this.path = path;
        this.console = console;
    }

    /** Opens the record of a build that was cut short: its console goes on. */
    public static BuildFolder reopen(Path path) {
        return open(path, StandardOpenOption.APPEND);
    }

    public static BuildFolder create(Path path) {
        return open(path, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static BuildFolder open(Path path, StandardOpenOption how) {
        try {
            Files.createDirectories(path);
            return new BuildFolder(
                    path,
                    Files.newBufferedWriter(
                            path.resolve(CONSOLE), StandardOpenOption.CREATE, StandardOpenOption.WRITE, how));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the build's folder " + path + " cannot be written", unwritable);
        }
    }

    public Path path() {
        return path;
    }

    public Path program() {
        return path.resolve(PROGRAM);
    }

    /** Deletes the program of a build that has ended. */
    public void forgetProgram() {
        try {
            Files.deleteIfExists(program());
        } catch (IOException held) {
            throw new UncheckedIOException("the file " + program() + " cannot be deleted", held);
        }
    }

    /** The console so far. */
    public String printed() throws IOException {
        return Files.readString(path.resolve(CONSOLE));
    }

    /** Takes the console piece by piece. */
    public Consumer<String> console() {
        return text -> {
            try {
                console.write(text);
                console.flush();
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        };
    }

    /** Writes what came of the build, and closes the record. */
    public void write(Build build) {
        ObjectNode json = JSON.createObjectNode();
        json.put("result", build.currentResult().toString());
        json.put("description", build.description());
        json.put("displayName", build.displayName());
        json.put("started", build.started().toEpochMilli());
        ObjectNode variables = json.putObject("variables");
        build.env().getOverriddenEnvironment().forEach(variables::put);
        json.set("stages", stages(build.stages().roots()));
        ObjectNode artifacts = json.putObject("artifacts");
        build.artifacts().forEach(artifacts::put);
        try {
            console.close();
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(path.resolve("build.json").toFile(), json);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "the build's record " + path.resolve("build.json") + " cannot be written", unwritable);
        }
    }

    private static ArrayNode stages(List<StageNode> nodes) {
        ArrayNode array = JSON.createArrayNode();
        for (StageNode node : nodes) {
            ObjectNode json = array.addObject();
            json.put("name", node.name());
            json.put("status", node.status().word());
            json.put("seconds", node.time().toMillis() / 1000.0);
            if (!node.type().equals("STAGE")) {
                json.put("type", node.type());
            }
            if (!node.children().isEmpty()) {
                json.set("children", stages(node.children()));
            }
        }
        return array;
    }
}
