package io.jenkins.plugins.azml.engine.gate;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A candidate beside the champion.
 *
 * @param champion the model in production, or null when there is none
 */
public record Comparison(Evaluation candidate, @Nullable Evaluation champion) {

    /** Whether the candidate is the very model in production. */
    public boolean isChampionItself() {
        return champion != null && candidate.isSameModelAs(champion);
    }

    /** Why figures of the two cannot be compared, absent when they can. */
    Optional<String> obstacle() {
        if (champion == null || isChampionItself() || Objects.equals(candidate.testData(), champion.testData())) {
            return Optional.empty();
        }
        return Optional.of("the champion '" + champion.model() + "' was measured on " + data(champion)
                + ", the candidate on " + data(candidate));
    }

    private static String data(Evaluation evaluation) {
        return evaluation.testData() == null ? "unknown test data" : "'" + evaluation.testData() + "'";
    }
}
