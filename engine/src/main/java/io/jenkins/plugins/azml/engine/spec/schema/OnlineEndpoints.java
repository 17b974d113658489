package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import java.util.Locale;
import java.util.Map;

/** Online endpoints, managed and on Kubernetes. */
final class OnlineEndpoints {
    private static final Type TRAFFIC = new Converted(Dictionary.of("deployments", Scalars.INTEGER), Sent::asTraffic);
    private static final Map<String, Object> SYSTEM_ASSIGNED = Map.of("type", "SystemAssigned");
    private static final int MOST_MIRRORED = 50;

    private static final Table COMMON = Table.of(
                    "an online endpoint",
                    key("name", Scalars.TEXT).required().unsent(),
                    key(
                                    "auth_mode",
                                    Choice.sending("key", "Key", "aml_token", "AMLToken", "aad_token", "AADToken")
                                            .orCamelCase())
                            .inside("properties")
                            .otherwise("Key"),
                    key("description", Scalars.TEXT).inside("properties"),
                    key("tags", free()).otherwise(Map.of()),
                    key("properties", free()).inside("properties").otherwise(Map.of()),
                    key("identity", Identities.OF_ENDPOINT).otherwise(SYSTEM_ASSIGNED),
                    key("traffic", TRAFFIC).inside("properties").otherwise(Map.of()),
                    key("mirror_traffic", TRAFFIC).inside("properties").otherwise(Map.of()),
                    key("location", Scalars.TEXT).unsent(),
                    readOnly("id"),
                    readOnly("kind"),
                    readOnly("provisioning_state"),
                    readOnly("scoring_uri"),
                    readOnly("openapi_uri"))
            .rule(Rules.resourceName("name", "an endpoint"))
            .rule(OnlineEndpoints::trafficIsWhole)
            .rule(Rules.percents("mirror_traffic", MOST_MIRRORED))
            .finish((fields, body, wiring) ->
                    body.set("location", wiring.references().location()));

    static final Variants TYPE = Variants.of(
            "an online endpoint",
            COMMON.with(key("public_network_access", Choice.of("enabled", "disabled"))
                    .inside("properties")),
            COMMON.with(key("compute", new ComputeType()).required().inside("properties")));

    private OnlineEndpoints() {}

    private static Type free() {
        return Dictionary.of("values", Anything.ANYTHING).orNull().withAnyKey();
    }

    private static void trafficIsWhole(Mapping mapping, Fields fields, Check check) {
        long sum = Rules.sum(fields.dictionary("traffic"));
        if (sum != 0 && sum != 100) {
            check.report(Rules.place(mapping, "traffic"), "'traffic' adds up to " + sum + ", expected 100 (or 0)");
        }
    }

    static String put(Variants.Chosen chosen, Wiring wiring) {
        // The official client writes names in lower case; the service knows no other.
        String name = chosen.fields().needText("name").toLowerCase(Locale.ROOT);
        return wiring.put(wiring.id("onlineEndpoints", name), chosen.table().body(chosen.fields(), wiring));
    }
}
