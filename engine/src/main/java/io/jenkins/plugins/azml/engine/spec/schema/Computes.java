package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clusters (amlcompute). */
final class Computes {
    private static final String INNER = "properties/properties";

    private static final Table SSH = Table.of(
            "ssh settings",
            key("admin_username", Scalars.TEXT).required().at("adminUserName"),
            key("admin_password", Secret.SECRET).at("adminUserPassword"),
            key("ssh_key_value", Secret.SECRET).at("adminUserSshPublicKey"));

    private static final Table NETWORK = Table.of(
                    "network settings",
                    key("vnet_name", Scalars.TEXT).unsent(),
                    key("subnet", Scalars.TEXT).required().unsent(),
                    readOnly("public_ip_address"),
                    readOnly("private_ip_address"))
            .rule(Computes::subnetHasNetwork)
            .finish((fields, body, wiring) -> body.set("id", subnetId(fields, wiring)));

    static final Table TABLE = Table.of(
                    "an amlcompute",
                    key("name", Scalars.TEXT).required().unsent(),
                    key("type", Choice.of("amlcompute")).required().unsent(),
                    key("location", Scalars.TEXT).unsent(),
                    key("description", Scalars.TEXT).inside("properties"),
                    key("tags", Dictionary.of("tags", Scalars.TEXT)),
                    key("size", Scalars.TEXT).at(INNER + "/vmSize").otherwise("STANDARD_DS3_V2"),
                    key("tier", Choice.sending("low_priority", "LowPriority", "dedicated", "Dedicated"))
                            .at(INNER + "/vmPriority"),
                    key("min_instances", Scalars.INTEGER)
                            .at(INNER + "/scaleSettings/minNodeCount")
                            .otherwise(0L),
                    key("max_instances", Scalars.INTEGER)
                            .at(INNER + "/scaleSettings/maxNodeCount")
                            .otherwise(4L),
                    key("idle_time_before_scale_down", Converted.seconds())
                            .at(INNER + "/scaleSettings/nodeIdleTimeBeforeScaleDown")
                            .otherwise("PT2M"),
                    key("ssh_public_access_enabled", new Converted(Scalars.FLAG, Computes::sshAccess))
                            .at(INNER + "/remoteLoginPortPublicAccess")
                            .otherwise("NotSpecified"),
                    key("ssh_settings", SSH).at(INNER + "/userAccountCredentials"),
                    key("network_settings", NETWORK).at(INNER + "/subnet"),
                    key("enable_node_public_ip", Scalars.FLAG)
                            .at(INNER + "/enableNodePublicIp")
                            .otherwise(true),
                    key("identity", Identities.OF_COMPUTE),
                    key("resource_id", Scalars.TEXT).unsent(),
                    readOnly("id"),
                    readOnly("provisioning_state"),
                    readOnly("provisioning_errors"),
                    readOnly("created_on"))
            .constant("properties/computeType", "AmlCompute")
            .constant(INNER + "/osType", "Linux")
            .finish((fields, body, wiring) -> body.set("properties/disableLocalAuth", !fields.has("ssh_settings")))
            .finish((fields, body, wiring) -> body.set("location", location(fields, wiring)));

    private Computes() {}

    private static Object sshAccess(Object enabled) {
        return (Boolean) enabled ? "Enabled" : "Disabled";
    }

    private static String location(Fields fields, Wiring wiring) {
        return fields.text("location").orElseGet(wiring.references()::location);
    }

    private static boolean isId(String subnet) {
        return subnet.startsWith("/subscriptions/");
    }

    private static void subnetHasNetwork(Mapping mapping, Fields fields, Check check) {
        if (!fields.has("vnet_name") && !isId(fields.needText("subnet"))) {
            check.report(
                    Rules.place(mapping, "subnet"), "'subnet' needs 'vnet_name' beside it, or to be a whole ARM id");
        }
    }

    private static String subnetId(Fields fields, Wiring wiring) {
        String subnet = fields.needText("subnet");
        String workspace = wiring.references().workspace();
        return isId(subnet)
                ? subnet
                : workspace.substring(0, workspace.indexOf("/providers/"))
                        + "/providers/Microsoft.Network/virtualNetworks/" + fields.needText("vnet_name") + "/subnets/"
                        + subnet;
    }

    static String put(Fields fields, Wiring wiring) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(TABLE.body(fields, wiring));
        return wiring.put(wiring.id("computes", fields.needText("name")), body);
    }
}
