package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import io.jenkins.plugins.azml.engine.spec.schema.PathType.Also;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Models: the table, and how they are written. */
final class Models {
    static final String COLLECTION = "models";
    private static final Pattern DATASTORE_URI = Pattern.compile(
            "azureml://(?:subscriptions/[^/]+/resource[gG]roups/[^/]+/workspaces/[^/]+/)?datastores/([^/]+)/paths/(.*)");

    private static final Table TEMPLATE = Table.of("a deployment template reference", key("asset_id", Scalars.TEXT));

    private static final Type TEXTS =
            new Converted(Dictionary.of("texts", Scalars.AS_TEXT).orNull().withAnyKey(), Sent::present);

    static final Table TABLE = Table.of(
                    "a model",
                    key("name", Scalars.TEXT).required().unsent(),
                    key("version", Scalars.VERSION).unsent(),
                    key("type", Choice.of("custom_model", "mlflow_model", "triton_model"))
                            .at("properties/modelType")
                            .otherwise("custom_model"),
                    key("path", PathType.local(Also.URI, Also.RUN)).required().unsent(),
                    key("description", Scalars.TEXT).inside("properties"),
                    key("tags", TEXTS).inside("properties").otherwise(Map.of()),
                    key("properties", TEXTS).inside("properties").otherwise(Map.of()),
                    key("stage", Scalars.TEXT).unsent(),
                    key(
                                    "flavors",
                                    new Converted(
                                            Dictionary.of(
                                                            "flavors",
                                                            Dictionary.of("values", Anything.ANYTHING)
                                                                    .orNull()
                                                                    .withAnyKey())
                                                    .withAnyKey(),
                                            Models::flavors))
                            .inside("properties"),
                    key("datastore", Scalars.TEXT).unsent(),
                    key(
                                    "system_metadata",
                                    Dictionary.of("values", Anything.ANYTHING).orNull())
                            .unsent(),
                    key("default_deployment_template", TEMPLATE).inside("properties"),
                    key("allowed_deployment_templates", new Listing(TEMPLATE)).inside("properties"),
                    readOnly("id"),
                    readOnly("utc_time_created"),
                    readOnly("creation_context"),
                    readOnly("job_name"),
                    readOnly("latest_version"),
                    readOnly("intellectual_property"))
            .constant("properties/isAnonymous", false)
            .constant("properties/isArchived", false)
            .finish((fields, body, wiring) -> body.set("properties/modelUri", uri(fields, wiring)))
            .finish((fields, body, wiring) -> body.set("properties/stage", stage(fields)));

    static final Table INLINE = withoutRequiredName();

    private Models() {}

    private static Table withoutRequiredName() {
        return new Table(
                TABLE.noun(),
                TABLE.keys().stream()
                        .map(row -> row.name().equals("name")
                                ? key("name", Scalars.TEXT).unsent()
                                : row)
                        .toList(),
                TABLE.rules(),
                TABLE.constants(),
                TABLE.finishes());
    }

    private static Object flavors(Object flavors) {
        Map<String, Object> sent = new LinkedHashMap<>();
        ((Map<?, ?>) flavors).forEach((name, values) -> sent.put((String) name, Map.of("data", values)));
        return sent;
    }

    /** A stage is dropped when a deployment template is set; the service refuses both. */
    private static @Nullable Object stage(Fields fields) {
        boolean template = fields.has("default_deployment_template") || fields.has("allowed_deployment_templates");
        return template ? null : fields.text("stage").orElse(null);
    }

    private static String uri(Fields fields, Wiring wiring) {
        Object path = fields.values().get("path");
        if (path instanceof Location.Local local) {
            String datastore = DatastoreName.of(fields);
            return datastoreUri(datastore, wiring.references().upload(local.path(), datastore), wiring);
        }
        String uri = path instanceof Location.Remote remote ? remote.uri() : String.valueOf(path);
        Matcher inDatastore = DATASTORE_URI.matcher(uri);
        return inDatastore.matches() ? datastoreUri(inDatastore.group(1), inDatastore.group(2), wiring) : uri;
    }

    /** The long form: {@code azureml://subscriptions/…/workspaces/…/datastores/…/paths/…}. */
    private static String datastoreUri(String datastore, String path, Wiring wiring) {
        String[] parts = wiring.references().workspace().split("/");
        return "azureml://subscriptions/" + parts[2] + "/resourcegroups/" + parts[4] + "/workspaces/"
                + parts[parts.length - 1] + "/datastores/" + datastore + "/paths/" + path;
    }

    static String put(Fields fields, Wiring wiring) {
        String version = Versions.of(COLLECTION, fields, wiring);
        return wiring.put(wiring.versionId(COLLECTION, fields.needText("name"), version), TABLE.body(fields, wiring));
    }

    static String putAnonymous(Fields fields, Wiring wiring) {
        String name = wiring.references().contentName(COLLECTION, uri(fields, wiring));
        return wiring.put(wiring.versionId(COLLECTION, name, "1"), Bodies.anonymous(INLINE.body(fields, wiring)));
    }
}
