package io.jenkins.plugins.azml.emulator.mlflow;

import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.ServerProcess;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import io.jenkins.plugins.azml.emulator.python.Requirements;
import io.jenkins.plugins.azml.emulator.python.VirtualEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A real MLflow server over SQLite, with a workspace of its own for each of Azure ML's and a store that lets runs be named. */
final class MlflowServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Pattern LISTENS = Pattern.compile("Uvicorn running on (http://127\\.0\\.0\\.1:\\d+)");
    private static final Map<String, String> PLUGIN = Map.of(
            "azml_tracking/__init__.py", "azml_tracking/__init__.py",
            "azml_tracking/store.py", "azml_tracking/store.py",
            "METADATA", "azml_tracking-1.0.dist-info/METADATA",
            "entry_points.txt", "azml_tracking-1.0.dist-info/entry_points.txt");

    private final Path folder;
    private final PythonHost python;

    MlflowServer(Path folder, PythonHost python) {
        this.folder = folder.toAbsolutePath();
        this.python = python;
    }

    /** Starts it and waits until it listens; the first time its packages are installed. */
    Running start() {
        VirtualEnvironment environment = python.environments().require(Requirements.MLFLOW, line -> {});
        Path plugin = folder.resolve("plugin");
        try {
            for (Map.Entry<String, String> file : PLUGIN.entrySet()) {
                copy("plugin/" + file.getKey(), plugin.resolve(file.getValue()));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the MLflow server's files into " + folder, unwritable);
        }
        ServerProcess process = ServerProcess.start(command(environment, plugin), python.children(), LISTENS);
        return new Running(process, process.awaitAddress(START_LIMIT));
    }

    private static void copy(String resource, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream in = MlflowServer.class.getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(in, resource), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Command command(VirtualEnvironment environment, Path plugin) {
        List<String> line = List.of(
                environment.bin().resolve("mlflow").toString(),
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--workers",
                "1",
                "--enable-workspaces",
                "--backend-store-uri",
                "sqlite:///" + folder.resolve("mlflow.db"),
                "--default-artifact-root",
                "mlflow-artifacts:/",
                "--no-serve-artifacts");
        Map<String, String> all =
                new TreeMap<>(environment.activatedIn(python.variables().plain()));
        all.put("PYTHONPATH", plugin.toString());
        all.put("HOME", folder.toString());
        all.put("MLFLOW_DISABLE_TELEMETRY", "true");
        all.put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false");
        all.put("PYTHONWARNINGS", "ignore");
        return Command.of("MLflow server", line, folder, all);
    }

    /** @param address without a slash at the end */
    record Running(ServerProcess process, URI address) implements AutoCloseable {
        @Override
        public void close() {
            process.close();
        }
    }
}
