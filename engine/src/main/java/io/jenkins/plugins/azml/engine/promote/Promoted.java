package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.azure.Tags;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model version in production, and everything that the promotion was decided on.
 *
 * @param model {@code name:version}
 * @param from {@code workspace/name:version}
 * @param to likewise
 * @param previous the deployment that had the traffic before and is kept, or null if there was none
 * @param digest of the model's files
 * @param commit, or empty
 * @param job that trained it, or empty
 * @param data versions by input
 * @param metrics as the tags hold them
 * @param verdict, or empty
 * @param override why it was promoted without a passing verdict, or null
 */
public record Promoted(
        String model,
        String from,
        String to,
        String endpoint,
        String deployment,
        @Nullable String previous,
        String digest,
        String commit,
        String job,
        Map<String, String> data,
        Map<String, String> metrics,
        String verdict,
        @Nullable String override) {
    public Promoted {
        data = Map.copyOf(data);
        metrics = Map.copyOf(metrics);
    }

    static Promoted of(Promotion promotion, Assets.Version version, TrafficSwitch traffic) {
        Map<String, String> tags = version.tags();
        return new Promoted(
                promotion.model().toString(),
                promotion.from(),
                promotion.to(),
                promotion.plan().endpoint(),
                traffic.to(),
                traffic.from().orElse(null),
                tags.getOrDefault(Tags.DIGEST, ""),
                tags.getOrDefault(Tags.COMMIT, ""),
                tags.getOrDefault(Tags.JOB, ""),
                below(Tags.DATA, tags),
                below(Tags.METRIC, tags),
                tags.getOrDefault(Tags.VERDICT, ""),
                promotion.plan().override());
    }

    private static Map<String, String> below(String prefix, Map<String, String> tags) {
        Map<String, String> below = new TreeMap<>();
        tags.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), value);
            }
        });
        return below;
    }
}
