package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Mappings inside a job. */
final class JobParts {
    static final Table RESOURCES = Table.of(
            "resources",
            key("instance_count", Scalars.INTEGER),
            key("instance_type", Scalars.TEXT),
            key("max_instance_count", Scalars.INTEGER),
            key("locations", new Listing(Scalars.TEXT)),
            key("shm_size", Scalars.TEXT),
            key(
                    "docker_args",
                    new Either(
                            Converted.moved(Scalars.TEXT, "dockerArgs"),
                            Converted.moved(new Listing(Scalars.TEXT), "dockerArgsList"))),
            key("properties", Dictionary.of("properties", Anything.ANYTHING).orNull())
                    .otherwise(Map.of()));

    static final Type DISTRIBUTION = Variants.of(
            "a distribution",
            distribution("pytorch", "PyTorch").with(key("process_count_per_instance", Scalars.INTEGER)),
            distribution("mpi", "Mpi").with(key("process_count_per_instance", Scalars.INTEGER)),
            distribution("tensorflow", "TensorFlow")
                    .with(
                            key("parameter_server_count", Scalars.INTEGER).otherwise(0L),
                            key("worker_count", Scalars.INTEGER)),
            distribution("ray", "Ray")
                    .with(
                            key("port", Scalars.INTEGER),
                            key("address", Scalars.TEXT),
                            key("include_dashboard", Scalars.FLAG),
                            key("dashboard_port", Scalars.INTEGER),
                            key("head_node_additional_args", Scalars.TEXT),
                            key("worker_node_additional_args", Scalars.TEXT)));

    static final Table LIMITS =
            Table.of("limits", key("timeout", Converted.seconds())).constant("jobLimitsType", "Command");

    static final Table QUEUE_SETTINGS = Table.of(
            "queue settings",
            key(
                    "job_tier",
                    Choice.sending(
                            "spot",
                            "Spot",
                            "basic",
                            "Basic",
                            "standard",
                            "Standard",
                            "premium",
                            "Premium",
                            "null",
                            "Null")),
            key("priority", priorities()));

    static final Type IDENTITY = Variants.of(
            "an identity",
            Table.of(
                            "a managed identity",
                            type(Choice.of("managed", "managed_identity").orCamelCase()),
                            key("client_id", Scalars.TEXT),
                            key("object_id", Scalars.TEXT))
                    .constant("identityType", "Managed"),
            Table.of("an aml_token identity", type(Choice.of("aml_token").orCamelCase()))
                    .constant("identityType", "AMLToken"),
            Table.of("a user identity", type(Choice.of("user_identity").orCamelCase()))
                    .constant("identityType", "UserIdentity"));

    static final Type SERVICE = Variants.of(
            "a service",
            service("ssh", "SSH").with(key("ssh_public_keys", Scalars.TEXT).at("properties/sshPublicKeys")),
            service("tensor_board", "TensorBoard")
                    .with(key("log_dir", Scalars.TEXT).at("properties/logDir")),
            service("vs_code", "VSCode"),
            service("jupyter_lab", "JupyterLab"),
            anyService());

    private JobParts() {}

    private static Key type(Choice choice) {
        return key("type", choice).required().unsent();
    }

    private static Table distribution(String word, String wire) {
        return Table.of("a distribution", type(Choice.of(word))).constant("distributionType", wire);
    }

    private static Choice priorities() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("low", 1L);
        wire.put("medium", 2L);
        wire.put("high", 3L);
        return new Choice(wire, Choice.of().spelling());
    }

    private static Table service(String word, String wire) {
        return Table.of("a service", serviceKeys(Choice.of(word))).constant("jobServiceType", wire);
    }

    private static Table anyService() {
        return Table.of("a service", serviceKeys(Scalars.TEXT));
    }

    private static Key[] serviceKeys(Type type) {
        Choice nodes = new Choice(Map.of("all", Map.of("nodesValueType", "All")), UnaryOperator.identity());
        return new Key[] {
            key("type", type).unsent(),
            key("port", Scalars.INTEGER),
            key("nodes", nodes),
            key(
                    "properties",
                    Dictionary.of("properties", Anything.ANYTHING).orNull().withAnyKey()),
            readOnly("endpoint"),
            readOnly("status"),
            readOnly("error_message")
        };
    }
}
