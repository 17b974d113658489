package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path or URI.
 *
 * @param also what it may be besides a local path that exists
 */
record PathType(Set<Also> also) implements Type {
    private static final Pattern SCHEME = Pattern.compile("(?!file:)[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
    private static final Pattern WHOLE_ID = Pattern.compile(
            "/subscriptions/[^/]+/resource[Gg]roups/[^/]+/providers/.+|azureml:azureml://.+", Pattern.DOTALL);

    enum Also {
        URI,
        /** {@code runs:/…}, MLflow's own. */
        RUN,
        ASSET,
        /** {@code azureml:/subscriptions/…} */
        ID,
        EXPRESSION
    }

    static PathType local(Also... also) {
        return new PathType(Set.of(also));
    }

    @Override
    public String expected() {
        return "a path that exists" + (also.contains(Also.URI) ? ", or a URI" : "")
                + (also.contains(Also.ASSET) ? ", or an asset as 'azureml:NAME:VERSION'" : "");
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (!(node instanceof Scalar scalar) || !(scalar.value() instanceof String text)) {
            return check.mismatch(node, this);
        }
        if (text.isEmpty() && also.contains(Also.ASSET)) {
            return check.mismatch(node, this);
        }
        Optional<Location> elsewhere = elsewhere(text);
        if (elsewhere.isPresent()) {
            return valid(elsewhere.get(), node, check) ? elsewhere.get() : null;
        }
        return local(text, node, check);
    }

    private Optional<Location> elsewhere(String text) {
        if (also.contains(Also.EXPRESSION) && text.startsWith("${{")) {
            return Optional.of(new Location.Expression(text));
        }
        if (isId(text)) {
            return AssetReference.verbatim(text).map(Location.Asset::new);
        }
        if ((also.contains(Also.URI) && SCHEME.matcher(text).matches())
                || (also.contains(Also.RUN) && text.startsWith("runs:/"))) {
            return Optional.of(new Location.Remote(text));
        }
        return also.contains(Also.ASSET) && text.startsWith(AssetReference.PREFIX)
                ? AssetReference.named(text).map(Location.Asset::new)
                : Optional.empty();
    }

    private boolean isId(String text) {
        boolean asset = also.contains(Also.ASSET);
        return ((asset || also.contains(Also.ID)) && text.startsWith("azureml:/subscriptions/"))
                || (asset && WHOLE_ID.matcher(text).matches());
    }

    private static boolean valid(Location location, Node node, Check check) {
        AssetReference reference = location instanceof Location.Asset asset
                ? asset.reference()
                : location instanceof Location.Remote remote ? AssetReference.ofUri(remote.uri()) : null;
        return reference == null || AssetType.checked(reference, node, check) != null;
    }

    private @Nullable Object local(String text, Node node, Check check) {
        Optional<Path> path = resolve(text, check);
        if (path.isPresent() && check.isThere(path.get())) {
            return new Location.Local(path.get());
        }
        Optional<AssetReference> named = also.contains(Also.ASSET) ? AssetReference.named(text) : Optional.empty();
        if (named.isPresent()) {
            return new Location.Asset(named.get());
        }
        dangling(text, path, node, check);
        return null;
    }

    private void dangling(String text, Optional<Path> path, Node node, Check check) {
        if (also.contains(Also.ASSET) && text.startsWith(AssetReference.PREFIX)) {
            String what = "expected an asset as 'azureml:NAME:VERSION' or 'azureml:NAME@latest', found '" + text + "'";
            check.report(node.where(), what, text + "@latest");
            return;
        }
        String place = path.map(p -> " (looked for " + p + ")").orElse("");
        check.report(node.where(), "'" + text + "' does not exist" + place, neighbour(path));
    }

    private static Optional<Path> resolve(String text, Check check) {
        try {
            return Optional.of(check.resolve(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A file of a similar name in the same folder. */
    private static @Nullable String neighbour(Optional<Path> path) {
        return path.flatMap(Neighbours::nearest).orElse(null);
    }
}
