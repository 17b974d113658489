package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import io.jenkins.plugins.azml.engine.spec.schema.PathType.Also;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Command jobs. */
final class CommandJobs {
    private static final Map<String, Object> NONE = Map.of();
    private static final Dictionary TEXTS = Dictionary.of("texts", Scalars.TEXT).orNull();

    static final Table TABLE = Table.of(
                    "a command job",
                    key("type", new Choice(Map.of("command", "Command"), UnaryOperator.identity()))
                            .unsent(),
                    key("name", Scalars.TEXT).unsent(),
                    key("code", new CodeType(PathType.local(Also.ID))).at("properties/codeId"),
                    key("environment", new EnvironmentType(false)).required().at("properties/environmentId"),
                    key("command", new Converted(Scalars.TEXT, CommandExpressions::doubleBraces))
                            .required()
                            .inside("properties"),
                    key("compute", new ComputeType()).at("properties/computeId"),
                    key("display_name", Scalars.TEXT).unsent(),
                    key("experiment_name", Scalars.TEXT).unsent(),
                    key("description", Scalars.TEXT).inside("properties"),
                    key("tags", TEXTS).inside("properties").otherwise(NONE),
                    key("properties", TEXTS).inside("properties").otherwise(NONE),
                    key(
                                    "environment_variables",
                                    Dictionary.of("variables", Anything.ANYTHING)
                                            .orNull()
                                            .withAnyKey())
                            .inside("properties")
                            .otherwise(NONE),
                    key("inputs", Dictionary.of("inputs", JobInputs.INPUT).closedToOverrides())
                            .inside("properties")
                            .otherwise(NONE),
                    key(
                                    "outputs",
                                    Dictionary.of("outputs", new OrEmpty(JobInputs.OUTPUT))
                                            .closedToOverrides())
                            .inside("properties")
                            .otherwise(NONE),
                    key("resources", JobParts.RESOURCES).inside("properties"),
                    key("distribution", JobParts.DISTRIBUTION).inside("properties"),
                    key("limits", JobParts.LIMITS).inside("properties"),
                    key("queue_settings", JobParts.QUEUE_SETTINGS).inside("properties"),
                    key("identity", JobParts.IDENTITY).inside("properties"),
                    key("services", Dictionary.of("services", JobParts.SERVICE)).inside("properties"),
                    key("parent_job_name", Scalars.TEXT).inside("properties"),
                    readOnly("id"),
                    readOnly("status"),
                    readOnly("creation_context"),
                    readOnly("log_files"),
                    readOnly("parameters"))
            .constant("properties/jobType", "Command")
            .constant("properties/isArchived", false)
            .rule(Rules.memberNames("inputs"))
            .rule(Rules.memberNames("outputs"))
            .rule(CommandExpressions::check)
            .finish(CommandJobs::names)
            .finish(CommandJobs::localCompute);

    private CommandJobs() {}

    private static void names(Fields fields, Body body, Wiring wiring) {
        String name = name(fields, wiring);
        body.set("properties/displayName", fields.text("display_name").orElse(name));
        body.set(
                "properties/experimentName", fields.text("experiment_name").orElseGet(wiring.references()::experiment));
    }

    private static String name(Fields fields, Wiring wiring) {
        return fields.text("name")
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> wiring.references().name("jobs"));
    }

    private static void localCompute(Fields fields, Body body, Wiring wiring) {
        if (ComputeType.isLocal(fields)) {
            body.set("properties/resources/properties/IsLocal", Map.of("IsLocal", true));
            body.set("properties/environmentVariables/AZUREML_COMPUTE_USE_COMMON_RUNTIME", "true");
        }
    }

    static String put(Fields fields, Wiring wiring) {
        Map<String, @Nullable Object> body = TABLE.body(fields, wiring);
        return wiring.put(wiring.id("jobs", name(fields, wiring)), body);
    }
}
