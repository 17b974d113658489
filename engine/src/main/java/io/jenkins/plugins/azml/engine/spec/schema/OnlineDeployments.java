package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import io.jenkins.plugins.azml.engine.spec.schema.PathType.Also;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Managed online deployments. */
final class OnlineDeployments {
    private static final Table CODE = Table.of(
                    "a code configuration",
                    key("code", new CodeType(PathType.local(Also.ASSET)))
                            .required()
                            .at("codeId"),
                    key("scoring_script", Scalars.TEXT).required())
            .rule(OnlineDeployments::scriptExists);

    private static final Table SCALE = Table.of(
            "scale settings",
            key("type", Choice.sending("default", "Default").orCamelCase())
                    .required()
                    .at("scaleType"));

    private static final Table REQUESTS = Table.of(
            "request settings",
            key("request_timeout_ms", Converted.milliseconds()).at("requestTimeout"),
            key("max_concurrent_requests_per_instance", Scalars.INTEGER),
            key("max_queue_wait_ms", Converted.milliseconds()).at("maxQueueWait"));

    private static final Table PROBE = Table.of(
            "a probe",
            key("initial_delay", Converted.seconds()),
            key("period", Converted.seconds()),
            key("timeout", Converted.seconds()),
            key("success_threshold", Scalars.INTEGER),
            key("failure_threshold", Scalars.INTEGER));

    static final Table TABLE = Table.of(
                    "a managed online deployment",
                    key("name", Scalars.TEXT).required().unsent(),
                    key("endpoint_name", Scalars.TEXT).required().unsent(),
                    key("type", Choice.sending("managed", "Managed"))
                            .at("properties/endpointComputeType")
                            .otherwise("Managed"),
                    key("code_configuration", CODE).inside("properties"),
                    key("environment", new EnvironmentType(true)).at("properties/environmentId"),
                    key("model", new ModelType()).inside("properties"),
                    key("instance_type", Scalars.TEXT).required().inside("properties"),
                    key("instance_count", Scalars.INTEGER).at("sku/capacity"),
                    key("environment_variables", free()).inside("properties").otherwise(Map.of()),
                    key("scale_settings", SCALE).inside("properties"),
                    key("request_settings", REQUESTS).inside("properties"),
                    key("liveness_probe", PROBE).inside("properties"),
                    key("readiness_probe", PROBE).inside("properties"),
                    key("app_insights_enabled", Scalars.FLAG)
                            .inside("properties")
                            .otherwise(false),
                    key("data_collector", DataCollectors.TABLE).unsent(),
                    key("egress_public_network_access", Choice.of("enabled", "disabled"))
                            .inside("properties"),
                    key("model_mount_path", Scalars.TEXT).inside("properties"),
                    key("description", Scalars.TEXT).inside("properties"),
                    key("tags", free()).otherwise(Map.of()),
                    key("properties", free()).inside("properties").otherwise(Map.of()),
                    key("private_network_connection", Scalars.FLAG)
                            .at("properties/properties/private-network-connection"),
                    readOnly("id"),
                    readOnly("provisioning_state"),
                    readOnly("creation_context"))
            .constant("sku/name", "Default")
            .rule(Rules.resourceName("name", "a deployment"))
            .finish((fields, body, wiring) ->
                    body.set("location", wiring.references().location()))
            .finish((fields, body, wiring) ->
                    body.set("properties/dataCollector", DataCollectors.wire(fields, wiring)));

    private OnlineDeployments() {}

    private static Type free() {
        return Dictionary.of("values", Anything.ANYTHING).orNull().withAnyKey();
    }

    private static void scriptExists(Mapping mapping, Fields fields, Check check) {
        if (fields.values().get("code") instanceof Location.Local code) {
            Path script = code.path().resolve(fields.needText("scoring_script"));
            if (!check.isThere(script)) {
                check.report(
                        Rules.valuePlace(mapping, "scoring_script"),
                        "the scoring script '" + script + "' does not exist",
                        Neighbours.nearest(script).orElse(null));
            }
        }
    }

    static String put(Fields fields, Wiring wiring) {
        // The official client registers what is collected before anything else.
        DataCollectors.wire(fields, wiring);
        Map<String, @Nullable Object> body = TABLE.body(fields, wiring);
        String endpoint = fields.needText("endpoint_name");
        // As with endpoints, names are lower case on the wire.
        String name = fields.needText("name").toLowerCase(Locale.ROOT);
        return wiring.put(wiring.id("onlineEndpoints", endpoint, "deployments", name), body);
    }
}
