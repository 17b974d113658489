package io.jenkins.plugins.azml.emulator.cloud;

import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads resource ids as bodies carry them. */
public final class ResourceId {
    private static final Pattern ID = Pattern.compile(
            "(?i)(?:azureml:)?/subscriptions/[^/]+/resourcegroups/[^/]+/providers/Microsoft\\.MachineLearningServices"
                    + "/workspaces/([^/]+)/([^/]+)/([^/]+)(?:/([^/]+)/([^/]+))?");

    private ResourceId() {}

    /** The key of a resource of that kind; empty when the text is not the id of one. */
    public static Optional<ResourceKey> parse(String text, Kind kind) {
        Matcher matcher = ID.matcher(text);
        if (!matcher.matches() || !matcher.group(2).equalsIgnoreCase(kind.collection())) {
            return Optional.empty();
        }
        boolean child = !kind.children().isEmpty();
        if (child != kind.children().equalsIgnoreCase(String.valueOf(matcher.group(4)))) {
            return Optional.empty();
        }
        String name = child ? matcher.group(3) + "/" + matcher.group(5) : matcher.group(3);
        return Optional.of(new ResourceKey(matcher.group(1), kind, name));
    }
}
