package io.jenkins.plugins.azml.plugin.step;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.call.Delivery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that delivers a model by a deployment's file. */
public abstract class DeliveryStep extends StageStep {
    private final String file;
    private @Nullable Object model;
    private @Nullable String endpoint;
    private @Nullable String endpointFile;
    private @Nullable Map<String, ?> set;

    DeliveryStep(String file) {
        this.file = file;
    }

    final Delivery delivery() {
        String version = AssetVersion.of(Given.model(model, step())).toString();
        return new Delivery(Given.needed(file, step(), "file"), version, endpoint, endpointFile, values(), "");
    }

    @Override
    Map<String, String> values() {
        return Given.texts(set);
    }

    public String getFile() {
        return file;
    }

    public @Nullable Object getModel() {
        return model;
    }

    /** {@code name:version}, or the map that azmlRegister gives. */
    @DataBoundSetter
    public void setModel(@Nullable Object model) {
        this.model = model;
    }

    public @Nullable String getEndpoint() {
        return endpoint;
    }

    @DataBoundSetter
    public void setEndpoint(@Nullable String endpoint) {
        this.endpoint = Given.orNull(endpoint);
    }

    public @Nullable String getEndpointFile() {
        return endpointFile;
    }

    /** The endpoint's YAML: it is made by it where there is none. */
    @DataBoundSetter
    public void setEndpointFile(@Nullable String endpointFile) {
        this.endpointFile = Given.orNull(endpointFile);
    }

    /** The files of the delivery. */
    final List<String> deliveryFiles() {
        return endpointFile == null ? List.of(file) : List.of(file, endpointFile);
    }

    public @Nullable Map<String, ?> getSet() {
        return set;
    }

    @DataBoundSetter
    public void setSet(@Nullable Map<String, ?> set) {
        this.set = set;
    }
}
