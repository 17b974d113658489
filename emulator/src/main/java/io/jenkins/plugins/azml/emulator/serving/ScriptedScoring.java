package io.jenkins.plugins.azml.emulator.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jenkins.plugins.azml.emulator.blob.BlobItem;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Deployments that answer by a rule: each row's sum times the model's factor, which is the first number in the first
 * of the model's files, else 1. For use by one thread.
 */
public final class ScriptedScoring implements ScoringHost {
    /** The environment variable whose text, when it is there, is the error that the start fails with. */
    public static final String FAILURE = "AZML_TWIN_INIT_ERROR";

    private static final Duration START = Duration.ofSeconds(20);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private final BlobStore blobs;
    private final EmulatorClock clock;
    private final Map<DeploymentKey, Running> deployments = new HashMap<>();
    private long starts;
    private Function<DeploymentPlan, Optional<String>> failures =
            plan -> Optional.ofNullable(plan.variables().get(FAILURE));

    public ScriptedScoring(BlobStore blobs, EmulatorClock clock) {
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Decides which starts fail from now on, and with which error. */
    public void failing(Function<DeploymentPlan, Optional<String>> chosen) {
        failures = chosen;
    }

    /** The same deployments over another store of blobs, each going its own way. */
    public ScriptedScoring copy(BlobStore otherBlobs, EmulatorClock otherClock) {
        ScriptedScoring copy = new ScriptedScoring(otherBlobs, otherClock);
        deployments.forEach((key, running) -> copy.deployments.put(key, running.copy()));
        copy.starts = starts;
        copy.failures = failures;
        return copy;
    }

    @Override
    public void deploy(DeploymentPlan plan, DeploymentListener listener) {
        Running running = new Running(++starts, factor(plan), new StringBuilder("starting\n"));
        deployments.put(plan.key(), running);
        Optional<String> failure = failures.apply(plan);
        clock.after(START, () -> started(plan.key(), running, failure, listener));
    }

    @Override
    public void remove(DeploymentKey key) {
        deployments.remove(key);
    }

    @Override
    public Reply score(DeploymentKey key, Request request) {
        Running running = deployments.get(key);
        if (running == null || !running.log().toString().contains("ready\n")) {
            return Reply.text(503, "text/plain", "the deployment is not ready");
        }
        try {
            return Reply.ok(answer(Json.read(request.body()), running.factor()));
        } catch (JsonProcessingException notJson) {
            return Reply.text(500, "text/plain", "the model raised: the request is not JSON");
        }
    }

    @Override
    public String logs(DeploymentKey key, int lines) {
        Running running = deployments.get(key);
        List<String> all =
                running == null ? List.of() : running.log().toString().lines().toList();
        return all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        deployments.clear();
    }

    private void started(DeploymentKey key, Running running, Optional<String> failure, DeploymentListener listener) {
        Running current = deployments.get(key);
        if (current == null || current.start() != running.start()) {
            return;
        }
        if (failure.isPresent()) {
            running.log().append(failure.get()).append('\n');
            listener.failed("ResourceNotReady", "the container exited while it started: " + failure.get());
        } else {
            running.log().append("ready\n");
            listener.ready();
        }
    }

    private double factor(DeploymentPlan plan) {
        return plan.model()
                .map(model -> content(model.location()))
                .map(NUMBER::matcher)
                .filter(Matcher::find)
                .map(matcher -> Double.parseDouble(matcher.group()))
                .orElse(1.0);
    }

    private String content(BlobLocation location) {
        return blobs.list(location.container(), location.path()).stream()
                .findFirst()
                .map(BlobItem::name)
                .flatMap(name -> blobs.read(location.container(), name))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static ArrayNode answer(JsonNode body, double factor) {
        JsonNode input = body.has("input_data") ? body.get("input_data") : body.path("data");
        JsonNode rows = input.has("data") ? input.get("data") : input;
        ArrayNode answers = Json.array();
        rows.forEach(row -> answers.add(factor * sum(row)));
        return answers;
    }

    private static double sum(JsonNode row) {
        if (!row.isContainerNode()) {
            return row.asDouble();
        }
        double sum = 0;
        for (JsonNode value : row) {
            sum += value.asDouble();
        }
        return sum;
    }

    private record Running(long start, double factor, StringBuilder log) {
        Running copy() {
            return new Running(start, factor, new StringBuilder(log));
        }
    }
}
