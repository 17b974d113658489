package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.console.Words;
import io.jenkins.plugins.azml.engine.gate.Outcome;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.stream.Collectors;

/** What a build archived of a model: each stage left its part. */
record Evidence(JsonObject facts) {

    /** What came of a stage, in one line. */
    String figures(String stage) {
        return switch (stage) {
            case "Train" -> training();
            case "Evaluate" -> evaluation();
            case "Register" -> text("version", "name") + ":" + text("version", "version");
            case "Staging" -> text("staging", "deployment") + " answers at " + text("staging", "endpoint");
            case "Approval" -> "by " + facts.string("approver").orElse("nobody");
            case "Promotion" -> facts.object("promotion").isPresent() ? promotion() : "";
            default -> "";
        };
    }

    /** The job that was taken instead of training; empty text if one was trained. */
    String reused() {
        return facts.string("reused").orElse("");
    }

    boolean hasTrained() {
        return facts.string("job").isPresent() && reused().isEmpty();
    }

    String verdict() {
        return text("evaluation", "verdict");
    }

    private String training() {
        JsonObject metrics = facts.in("metrics");
        String figures = metrics.members().keySet().stream()
                .map(name -> name + " " + figure(metrics, name))
                .collect(Collectors.joining(", "));
        return reused().isEmpty() ? figures : figures + " (of an equal job: nothing trained)";
    }

    /** The verdict, and the first gate that the candidate did not pass. */
    private String evaluation() {
        return verdict()
                + facts.in("evaluation").objects("gates").stream()
                        .filter(gate -> Outcome.of(gate.needString("outcome"))
                                .filter(Outcome::passes)
                                .isEmpty())
                        .findFirst()
                        .map(Evidence::stopped)
                        .orElse("");
    }

    private static String stopped(JsonObject gate) {
        return ": " + gate.needString("metric") + " " + figure(gate, "candidate") + " against "
                + figure(gate, "reference") + ", must be " + gate.needString("rule");
    }

    private static String figure(JsonObject object, String name) {
        return object.number(name).isPresent() ? Words.of(object.number(name).getAsDouble()) : "none";
    }

    private String promotion() {
        return text("promotion", "model") + " serves as " + text("promotion", "deployment");
    }

    private String text(String object, String name) {
        return facts.in(object).string(name).orElse("");
    }
}
