package io.jenkins.plugins.azml.emulator.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.install.InstallException;
import io.jenkins.plugins.azml.emulator.process.Command;
import io.jenkins.plugins.azml.emulator.process.ServerProcess;
import io.jenkins.plugins.azml.emulator.process.TailOutput;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import io.jenkins.plugins.azml.emulator.python.Requirements;
import io.jenkins.plugins.azml.emulator.python.VirtualEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One deployment as a process of this machine. */
final class LocalDeployment {
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Pattern LISTENS = Pattern.compile("scoring server listens on (http://127\\.0\\.0\\.1:\\d+)");
    private static final List<String> PASSED_ON = List.of("x-ms-run-function-failed", "x-ms-run-fn-exec-ms");

    private final DeploymentPlan plan;
    private final DeploymentListener listener;
    private final DeploymentFolder folder;
    private final PythonHost python;
    private final HttpClient http;
    private final TailOutput notes = new TailOutput(64 * 1024);
    private boolean isStopped;
    private volatile @Nullable ServerProcess process;
    private volatile @Nullable URI address;

    LocalDeployment(
            DeploymentPlan plan,
            DeploymentListener listener,
            DeploymentFolder folder,
            PythonHost python,
            HttpClient http) {
        this.plan = plan;
        this.listener = listener;
        this.folder = folder;
        this.python = python;
        this.http = http;
    }

    /** Starts the deployment and tells how that went, unless it was stopped meanwhile. */
    void start() {
        try {
            folder.prepare();
            ServerProcess started = launch(environment());
            if (started != null) {
                address = started.awaitAddress(START_LIMIT);
                tell(listener::ready);
            } else {
                deleteFolder();
            }
        } catch (InstallException notInstalled) {
            fail("ImageBuildFailure", String.valueOf(notInstalled.getMessage()));
        } catch (IOException | UncheckedIOException failed) {
            fail(
                    "ResourceNotReady",
                    "User container has crashed or terminated: " + reason(failed)
                            + ". The deployment's logs tell more.");
        }
    }

    private static String reason(Exception failed) {
        Throwable cause = failed.getCause();
        return String.valueOf(
                failed instanceof UncheckedIOException && cause != null ? cause.getMessage() : failed.getMessage());
    }

    private void fail(String code, String message) {
        note(message);
        tell(() -> listener.failed(code, message));
    }

    private void tell(Runnable news) {
        boolean isWanted;
        synchronized (this) {
            isWanted = !isStopped;
        }
        if (isWanted) {
            news.run();
        }
    }

    private void note(String line) {
        notes.write((line + "\n").getBytes(UTF_8));
    }

    private VirtualEnvironment environment() throws IOException {
        if (plan.environment().isPresent()) {
            return python.environments().forConda(plan.environment().get().conda(), this::note);
        }
        Optional<Path> ofModel = folder.modelFile("requirements.txt");
        return ofModel.isPresent()
                ? python.environments().requireAny(Requirements.of(Files.readAllLines(ofModel.get())), this::note)
                : python.environments().require(Requirements.MLFLOW, this::note);
    }

    private synchronized @Nullable ServerProcess launch(VirtualEnvironment environment) {
        if (isStopped) {
            return null;
        }
        process = ServerProcess.start(command(environment), python.children(), LISTENS);
        return process;
    }

    private Command command(VirtualEnvironment environment) {
        List<String> line = new ArrayList<>(
                List.of(environment.python().toString(), folder.server().toString()));
        folder.script().ifPresent(script -> line.add(script.toString()));
        Map<String, String> variables = new TreeMap<>(python.variables().plain());
        variables.put("PYTHONUNBUFFERED", "1");
        variables.put("MLFLOW_DISABLE_TELEMETRY", "true");
        variables.putAll(plan.variables());
        variables.put("AZUREML_MODEL_DIR", folder.models().toString());
        variables.put(
                "AZUREML_ENTRY_SCRIPT", folder.script().map(Path::toString).orElse(""));
        variables.put("HOME", folder.home().toString());
        String name = "deployment " + plan.key().endpoint() + "/" + plan.key().deployment();
        return Command.of(name, line, folder.root(), environment.activatedIn(variables));
    }

    Reply score(Request request) {
        URI server = address;
        if (server == null) {
            return message(503, "the deployment is not ready");
        }
        var outgoing = HttpRequest.newBuilder(server.resolve("/score"))
                .timeout(plan.requestTimeout())
                .header("Content-Type", request.header("Content-Type").orElse("application/json"))
                .POST(BodyPublishers.ofByteArray(request.body()))
                .build();
        try {
            return reply(http.send(outgoing, BodyHandlers.ofByteArray()));
        } catch (HttpTimeoutException late) {
            return message(
                    408,
                    "the model did not answer within " + plan.requestTimeout().toMillis() + " ms");
        } catch (IOException dead) {
            return message(503, "the deployment's process does not answer");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return message(503, "interrupted");
        }
    }

    private static Reply reply(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("application/json");
        Reply reply = Reply.bytes(answer.statusCode(), type, answer.body());
        for (String header : PASSED_ON) {
            Optional<String> value = answer.headers().firstValue(header);
            reply = value.isPresent() ? reply.with(header, value.get()) : reply;
        }
        return reply;
    }

    private static Reply message(int status, String message) {
        return Reply.json(status, Json.object().put("message", message));
    }

    String logs(int lines) {
        ServerProcess running = process;
        List<String> all = new ArrayList<>(notes.text().lines().toList());
        if (running != null) {
            all.addAll(0, running.lastLines(lines).lines().toList());
        }
        List<String> last = all.subList(Math.max(0, all.size() - lines), all.size());
        return last.isEmpty() ? "" : String.join("\n", last) + "\n";
    }

    /** Ends the process and deletes what the deployment had; its listener hears nothing any more. */
    void stop() {
        synchronized (this) {
            isStopped = true;
        }
        address = null;
        ServerProcess running = process;
        if (running != null) {
            running.close();
        }
        deleteFolder();
    }

    private void deleteFolder() {
        try {
            folder.delete();
        } catch (IOException undeletable) {
            note("cannot delete the deployment's folder: " + undeletable.getMessage());
        }
    }
}
