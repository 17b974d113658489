package io.jenkins.plugins.azml.plugin.build;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** How a stage is worded on pages. */
final class Words {
    private Words() {}

    /** In its two largest units. */
    static String duration(long milliseconds) {
        Duration time = Duration.ofMillis(milliseconds);
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return milliseconds == 0 ? "–" : Math.max(1, time.toSeconds()) + " s";
    }

    static String icon(String status) {
        return switch (status) {
            case "done" -> "symbol-status-blue";
            case "gate" -> "symbol-status-yellow";
            case "failed" -> "symbol-status-red";
            case "cancelled" -> "symbol-status-aborted";
            case "waiting" -> "symbol-status-nobuilt-anime";
            default -> "symbol-status-blue-anime";
        };
    }

    static String headline(StageReport stage) {
        if (!stage.getProblems().isEmpty()) {
            return String.join("; ", stage.getProblems());
        }
        if (stage.getEnded() == 0) {
            return stage.getStage().equals("train") ? String.valueOf(stage.getJob()) : "";
        }
        return switch (stage.getStage()) {
            case "setup" -> effects(stage);
            case "train" -> String.valueOf(stage.getJob());
            case "evaluate" -> Messages.of("verdict", String.valueOf(stage.getVerdict()));
            case "register" -> String.valueOf(stage.getModel());
            case "test" -> tests(stage.getTests());
            case "promote" -> stage.getTo() + " → " + delivered(stage);
            default -> stage.getModel() == null ? delivered(stage) : stage.getModel() + " → " + delivered(stage);
        };
    }

    /** {@code endpoint/deployment}. */
    static String delivered(StageReport stage) {
        return stage.getEndpoint() + "/" + stage.getDeployment();
    }

    private static String effects(StageReport stage) {
        return stage.effects().entrySet().stream()
                .map(effect -> effect.getValue() + " " + effect.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String tests(List<TestRow> tests) {
        return Messages.of("tests", tests.stream().filter(TestRow::isPassed).count(), tests.size());
    }
}
