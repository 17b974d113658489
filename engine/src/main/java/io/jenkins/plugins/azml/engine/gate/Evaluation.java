package io.jenkins.plugins.azml.engine.gate;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model and what was measured of it.
 *
 * @param model what to call it: a model version such as {@code diabetes:3}, or the job of a model not yet registered
 * @param digest of the model's content, or null when it is not known
 * @param testData the data version that the metrics were measured on, such as {@code diabetes-test:1}, or null when it
 *     is not known
 * @param metrics by name, as they were read: NaN and infinities included; kept in the order of their names
 */
public record Evaluation(
        String model, @Nullable String digest, @Nullable String testData, Map<String, Double> metrics) {
    public Evaluation {
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    }

    /** The metric as an exact decimal, absent when it is missing or not finite. */
    Optional<BigDecimal> figure(String metric) {
        return Optional.ofNullable(metrics.get(metric)).filter(Double::isFinite).map(BigDecimal::valueOf);
    }

    /** Why the metric has no figure. */
    String lacks(String metric) {
        Double value = metrics.get(metric);
        return value == null
                ? "'" + model + "' has no metric '" + metric + "'"
                : "the metric '" + metric + "' of '" + model + "' is " + value + ", not a finite number";
    }

    /** Whether both are one model: the same content where it is known of both, else the same name. */
    boolean isSameModelAs(Evaluation other) {
        return (digest != null && other.digest != null) ? digest.equals(other.digest) : model.equals(other.model);
    }
}
