package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An asset that exists: by name in the workspace, or by an id or URI that is sent as it is.
 *
 * @param name the name in the workspace; null for an id or URI
 * @param version the version, or null
 * @param label the label, or null
 * @param uri the id or URI; null for a name
 */
public record AssetReference(
        @Nullable String name,
        @Nullable String version,
        @Nullable String label,
        @Nullable String uri) {
    static final String PREFIX = "azureml:";
    private static final Pattern ARM_ID = Pattern.compile(
            "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.MachineLearningServices/workspaces/[^/]+/[^/]+/[^/]+/versions/[^/]+");
    private static final Pattern REGISTRY =
            Pattern.compile("azureml://registries/[^/]+/[^/]+/[^/]+/(versions|labels)/[^/]+");

    static AssetReference ofUri(String uri) {
        return new AssetReference(null, null, null, uri);
    }

    /** Reads {@code name:version} or {@code name@label}, {@code azureml:} before it, even twice, or not. */
    static Optional<AssetReference> named(String text) {
        String rest = bare(bare(text));
        if (rest.indexOf('/') >= 0) {
            return Optional.empty();
        }
        int at = rest.lastIndexOf('@');
        int colon = rest.indexOf(':');
        if (at > 0 && at < rest.length() - 1) {
            return Optional.of(new AssetReference(rest.substring(0, at), null, rest.substring(at + 1), null));
        }
        return colon > 0 && colon < rest.length() - 1
                ? Optional.of(new AssetReference(rest.substring(0, colon), rest.substring(colon + 1), null, null))
                : Optional.empty();
    }

    private static String bare(String text) {
        return text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    }

    /** Reads an ARM id, {@code azureml:} before it or not, and {@code azureml://…}, also with {@code azureml:} twice. */
    static Optional<AssetReference> verbatim(String text) {
        String rest = text.startsWith("azureml:azureml://") ? bare(text) : text;
        if (bare(rest).startsWith("/subscriptions/")) {
            return Optional.of(ofUri(bare(rest)));
        }
        return rest.startsWith("azureml://") ? Optional.of(ofUri(rest)) : Optional.empty();
    }

    /** Whether an id or a registry's URI is whole: kind, name, version or label. */
    boolean isWellFormed() {
        if (uri == null || isArmId()) {
            return uri == null || ARM_ID.matcher(uri).matches();
        }
        return !uri.startsWith("azureml://registries/") || REGISTRY.matcher(uri).matches();
    }

    boolean isArmId() {
        return uri != null && uri.startsWith("/subscriptions/");
    }

    /** Whether it names an asset, and not a place in a datastore or the like. */
    boolean isAsset() {
        return uri == null || !uri.startsWith("azureml://") || uri.startsWith("azureml://registries/");
    }

    String wire(String collection, Wiring wiring) {
        if (uri != null || name == null) {
            return String.valueOf(uri);
        }
        return version != null
                ? wiring.versionId(collection, name, version)
                : wiring.references().labelled(collection, name, String.valueOf(label));
    }

    /** As it is written in a file. */
    @Override
    public String toString() {
        if (uri != null) {
            return uri.startsWith("/") ? PREFIX + uri : uri;
        }
        return PREFIX + name + (version != null ? ":" + version : "@" + label);
    }
}
