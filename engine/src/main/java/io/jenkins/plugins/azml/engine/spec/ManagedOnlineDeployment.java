package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.AssetReference;
import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.schema.Location;
import java.nio.file.Path;
import java.util.Optional;

/** A managed online deployment. */
public record ManagedOnlineDeployment(Source source, Checked checked) implements Spec {

    @Override
    public Kind kind() {
        return Kind.MANAGED_ONLINE_DEPLOYMENT;
    }

    @Override
    public Fields fields() {
        return checked.fields();
    }

    public String endpoint() {
        return fields().needText("endpoint_name");
    }

    /** The model, if it is a reference and not inline. */
    public Optional<AssetReference> model() {
        return fields().get("model", AssetReference.class);
    }

    /** The environment, if it is a reference and not inline. */
    public Optional<AssetReference> environment() {
        return fields().get("environment", AssetReference.class);
    }

    /** The local folder of the scoring script, if there is one. */
    public Optional<Path> code() {
        return fields().fields("code_configuration")
                .flatMap(code -> code.get("code", Location.Local.class))
                .map(Location.Local::path);
    }
}
