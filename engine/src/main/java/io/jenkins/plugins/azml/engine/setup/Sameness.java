package io.jenkins.plugins.azml.engine.setup;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a resource is already what would be written: every member that would be written is there with the same value.
 * The service adds members, and writes some values in its own way: durations ({@code PT120S} as {@code PT2M}), regions
 * and enumerations in another case, numbers as text, places in datastores at full length.
 */
final class Sameness {
    private Sameness() {}

    static boolean holds(@Nullable Object wanted, @Nullable Object there) {
        if (wanted instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .allMatch(member -> member.getValue() == null
                            || holds(
                                    member.getValue(),
                                    there instanceof Map<?, ?> map ? map.get(member.getKey()) : null));
        }
        if (wanted instanceof List<?> items) {
            return there instanceof List<?> others && holds(items, others);
        }
        return sameScalar(wanted, there);
    }

    private static boolean holds(List<?> items, List<?> others) {
        if (items.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!holds(items.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameScalar(@Nullable Object wanted, @Nullable Object there) {
        if (there == null) {
            // What the service does not keep when it says nothing.
            return wanted == null
                    || wanted.equals("")
                    || wanted.equals(false)
                    || Map.of().equals(wanted);
        }
        return text(wanted).equals(text(there));
    }

    private static String text(@Nullable Object value) {
        String text = place(String.valueOf(value));
        return duration(text).map(Duration::toString).orElse(text.toLowerCase(Locale.ROOT));
    }

    /** {@code azureml://subscriptions/…/datastores/x/paths/y/} is {@code azureml://datastores/x/paths/y}. */
    private static String place(String text) {
        return text.startsWith("azureml://")
                ? "azureml://"
                        + text.substring(Math.max(text.indexOf("/datastores/") + 1, 10))
                                .replaceAll("/$", "")
                : text;
    }

    private static Optional<Duration> duration(String text) {
        try {
            return text.startsWith("P") ? Optional.of(Duration.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
