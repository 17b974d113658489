package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A compute by name, with or without {@code azureml:}, or by id; {@code local} is this machine and has none. */
record ComputeType() implements Type {
    static final String LOCAL = "local";

    @Override
    public String expected() {
        return "the name of a compute";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        boolean named = node instanceof Scalar scalar
                && scalar.value() instanceof String text
                && !text.isEmpty()
                && !text.equals(AssetReference.PREFIX);
        return named ? ((Scalar) node).text() : check.mismatch(node, this);
    }

    static boolean isLocal(Fields fields) {
        return fields.text("compute").filter(ComputeType::isLocal).isPresent();
    }

    private static boolean isLocal(String name) {
        return bare(name).toLowerCase(Locale.ROOT).equals(LOCAL);
    }

    private static String bare(String name) {
        return name.startsWith(AssetReference.PREFIX) ? name.substring(AssetReference.PREFIX.length()) : name;
    }

    @Override
    public @Nullable Object wire(Object value, Wiring wiring) {
        String text = (String) value;
        if (isLocal(text)) {
            return null;
        }
        String name = bare(text);
        return name.startsWith("/subscriptions/") ? name : wiring.id("computes", name);
    }
}
