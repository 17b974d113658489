package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import io.jenkins.plugins.azml.engine.spec.wire.Hashes;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environments: the table, and how they are written. */
final class Environments {
    static final String COLLECTION = "environments";
    private static final String ANONYMOUS = "CliV2AnonymousEnvironment";

    private static final Table ROUTE = Table.of(
            "a route",
            key("port", Scalars.INTEGER).required(),
            key("path", Scalars.TEXT).required());

    private static final Table INFERENCE_CONFIG = Table.of(
            "an inference config",
            key("liveness_route", ROUTE).required(),
            key("readiness_route", ROUTE).required(),
            key("scoring_route", ROUTE).required());

    private static final Table BUILD = Table.of(
            "a build context",
            key("path", new BuildContextType()).at("contextUri"),
            key("dockerfile_path", Scalars.TEXT));

    private static final Table COMMON = Table.of(
                    "an environment",
                    key("image", new Converted(Scalars.TEXT, Sent::unlessEmpty)).inside("properties"),
                    key("conda_file", new CondaType()).inside("properties"),
                    key("build", BUILD).inside("properties"),
                    key("inference_config", INFERENCE_CONFIG).inside("properties"),
                    key("os_type", Choice.of("linux", "windows")).inside("properties"),
                    key("description", new Converted(Scalars.TEXT, Sent::unlessEmpty))
                            .inside("properties"),
                    key(
                                    "tags",
                                    new Converted(
                                            Dictionary.of("tags", Anything.ANYTHING)
                                                    .orNull(),
                                            Sent::unlessVoid))
                            .inside("properties"),
                    key("datastore", Scalars.TEXT).unsent(),
                    key("auto_delete_setting", DataAssets.AUTO_DELETE).unsent(),
                    readOnly("id"),
                    readOnly("creation_context"),
                    readOnly("latest_version"),
                    readOnly("intellectual_property"))
            .constant("properties/isAnonymous", false)
            .constant("properties/isArchived", false)
            .rule(Rules.exactlyOne("image", "build"));

    static final Table TABLE = COMMON.with(
            key("name", Scalars.TEXT).required().unsent(),
            key("version", Scalars.VERSION).unsent());

    /** Without a name it is anonymous. */
    static final Table INLINE = COMMON.with(
            key("name", Scalars.TEXT).unsent(), key("version", Scalars.VERSION).unsent(), readOnly(KindRow.SCHEMA));

    private Environments() {}

    static String put(Fields fields, Wiring wiring) {
        String name = fields.needText("name");
        String version = Versions.of(COLLECTION, fields, wiring);
        return wiring.put(wiring.versionId(COLLECTION, name, version), TABLE.body(fields, wiring));
    }

    static String putAnonymous(Fields fields, Wiring wiring) {
        Map<String, @Nullable Object> body = Bodies.anonymous(INLINE.body(fields, wiring));
        boolean plain = fields.has("image") && !fields.has("inference_config");
        String version = plain ? imageHash(fields) : contentHash(body, wiring);
        return wiring.put(wiring.versionId(COLLECTION, ANONYMOUS, version), body);
    }

    /** The official client's own derivation, so that both find each other's environments. */
    private static String imageHash(Fields fields) {
        String image = Hashes.sha256(fields.needText("image"));
        String conda = fields.text("conda_file").orElse("");
        return Hashes.sha256(conda.isEmpty() ? image : between(image, Hashes.sha256(conda)));
    }

    private static String between(String glue, String letters) {
        return String.join(glue, letters.split(""));
    }

    private static String contentHash(Map<String, @Nullable Object> body, Wiring wiring) {
        return wiring.references().contentName(COLLECTION, String.valueOf(body));
    }
}
