package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reference to an asset of one collection: {@code azureml:name:version}, {@code azureml:name@latest}, an id, a registry's URI. */
record AssetType(String noun, String collection) implements Type {
    /** Microsoft's own environments: the official client leaves it to the service to find them. */
    private static final String CURATED = AssetReference.PREFIX + "AzureML-";

    private static final String REGISTRY_FORM = "azureml://registries/REGISTRY/KIND/NAME/versions/VERSION";
    private static final String ARM_FORM = "azureml:/subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/"
            + "Microsoft.MachineLearningServices/workspaces/WORKSPACE/KIND/NAME/versions/VERSION";

    @Override
    public String expected() {
        return noun + " as 'azureml:NAME:VERSION' or 'azureml:NAME@latest'";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (!(node instanceof Scalar scalar) || !(scalar.value() instanceof String text)) {
            return check.mismatch(node, this);
        }
        Optional<AssetReference> reference = read(text).filter(AssetReference::isAsset);
        if (reference.isEmpty()) {
            check.report(node.where(), "expected " + expected() + ", found " + node.noun(), suggestion(text));
            return null;
        }
        return checked(reference.get(), node, check);
    }

    static @Nullable Object checked(AssetReference reference, Node node, Check check) {
        if (!reference.isWellFormed()) {
            check.report(
                    node.where(),
                    "expected '" + (reference.isArmId() ? ARM_FORM : REGISTRY_FORM) + "', found " + node.noun());
            return null;
        }
        if (reference.label() != null && !reference.label().equals("latest")) {
            check.report(node.where(), "the only label is 'latest', found '" + reference.label() + "'", "latest");
            return null;
        }
        return reference;
    }

    private Optional<AssetReference> read(String text) {
        if (!text.startsWith(AssetReference.PREFIX)) {
            return Optional.empty();
        }
        return collection.equals(Environments.COLLECTION) && text.startsWith(CURATED)
                ? AssetReference.named(text).map(named -> AssetReference.ofUri(text))
                : AssetReference.verbatim(text).or(() -> AssetReference.named(text));
    }

    private static @Nullable String suggestion(String text) {
        if (text.startsWith(AssetReference.PREFIX)) {
            return text.contains("/") ? null : text + "@latest";
        }
        return AssetReference.named(text).isPresent() && !text.contains("/") ? AssetReference.PREFIX + text : null;
    }

    @Override
    public Object wire(Object value, Wiring wiring) {
        return ((AssetReference) value).wire(collection, wiring);
    }
}
