package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Data assets. */
final class DataAssets {
    static final String COLLECTION = "data";

    static final Table AUTO_DELETE = Table.of(
            "an auto delete setting",
            key(
                    "condition",
                    Choice.sending(
                                    "created_greater_than", "createdGreaterThan",
                                    "last_accessed_greater_than", "lastAccessedGreaterThan")
                            .orCamelCase()),
            key("value", Scalars.TEXT));

    private static final Choice TYPE =
            new Choice(Choice.of("uri_file", "uri_folder", "mltable").wire(), UnaryOperator.identity());

    static final Table TABLE = Table.of(
                    "a data asset",
                    key("name", Scalars.TEXT).unsent(),
                    key("version", Scalars.VERSION).unsent(),
                    key("type", TYPE).at("properties/dataType").otherwise("uri_folder"),
                    key("path", PathType.local(PathType.Also.URI)).required().unsent(),
                    key("description", Scalars.TEXT).inside("properties"),
                    key("tags", Dictionary.of("tags", Anything.ANYTHING).orNull())
                            .inside("properties")
                            .otherwise(Map.of()),
                    key("datastore", Scalars.TEXT).unsent(),
                    key("auto_delete_setting", AUTO_DELETE).inside("properties"),
                    readOnly("properties"),
                    readOnly("id"),
                    readOnly("creation_context"),
                    readOnly("latest_version"))
            .constant("properties/properties", Map.of())
            .constant("properties/isArchived", false)
            .finish((fields, body, wiring) -> body.set("properties/dataUri", uri(fields, wiring)))
            .finish((fields, body, wiring) -> body.set("properties/referencedUris", referencedUris(fields)))
            .finish((fields, body, wiring) -> body.set("properties/isAnonymous", isAnonymous(fields)))
            .rule(Rules.needs("version", "name"))
            .rule(DataAssets::pathMatchesType);

    private DataAssets() {}

    private static boolean isAnonymous(Fields fields) {
        return fields.text("name").filter(name -> !name.isEmpty()).isEmpty();
    }

    private static String uri(Fields fields, Wiring wiring) {
        Object path = fields.values().get("path");
        if (path instanceof Location.Local local) {
            String datastore = DatastoreName.of(fields);
            return "azureml://datastores/" + datastore + "/paths/"
                    + wiring.references().upload(local.path(), datastore);
        }
        return path instanceof Location.Remote remote ? remote.uri() : String.valueOf(path);
    }

    private static void pathMatchesType(Mapping mapping, Fields fields, Check check) {
        if (fields.values().get("path") instanceof Location.Local local) {
            String type = fields.text("type").orElse("uri_folder");
            boolean folder = Files.isDirectory(local.path());
            if (folder == type.equals("uri_file")) {
                check.report(
                        Rules.valuePlace(mapping, "path"),
                        "'" + local.path() + "' is " + (folder ? "a folder" : "a file")
                                + ", which does not suit the type " + type,
                        folder ? "uri_folder" : "uri_file");
            } else if (type.equals("mltable")) {
                holdsMltable(mapping, local.path(), check);
            }
        }
    }

    private static void holdsMltable(Mapping mapping, Path folder, Check check) {
        if (!Files.isRegularFile(folder.resolve(Mltable.FILE))) {
            check.report(
                    Rules.valuePlace(mapping, "path"),
                    "the folder '" + folder + "' holds no file '" + Mltable.FILE + "'");
            return;
        }
        try {
            Mltable.uris(folder);
        } catch (ProblemException e) {
            check.adopt(e.problems());
        }
    }

    private static @Nullable Object referencedUris(Fields fields) {
        boolean table = fields.text("type").orElse("").equals("mltable");
        return table && fields.values().get("path") instanceof Location.Local local ? Mltable.uris(local.path()) : null;
    }

    static String put(Fields fields, Wiring wiring) {
        String id = isAnonymous(fields)
                ? wiring.versionId(COLLECTION, wiring.references().name(COLLECTION), "1")
                : wiring.versionId(COLLECTION, fields.needText("name"), Versions.of(COLLECTION, fields, wiring));
        return wiring.put(id, TABLE.body(fields, wiring));
    }
}
