package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;

import io.jenkins.plugins.azml.engine.spec.schema.PathType.Also;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import java.util.Set;

/** Inputs and outputs of a job. */
final class JobInputs {
    private static final Set<String> MODELS = Set.of("custom_model", "mlflow_model", "triton_model");
    private static final String DEFAULT_TYPE = "uri_folder";

    private static final Choice MODE =
            Choice.sending("download", "Download", "ro_mount", "ReadOnlyMount", "direct", "Direct");

    private static final Choice TABLE_MODE = Choice.sending(
            "download",
            "Download",
            "ro_mount",
            "ReadOnlyMount",
            "direct",
            "Direct",
            "eval_mount",
            "EvalMount",
            "eval_download",
            "EvalDownload");

    private static final Choice OUTPUT_MODE = Choice.sending(
            "mount", "ReadWriteMount", "rw_mount", "ReadWriteMount", "upload", "Upload", "direct", "Direct");

    private static final Table LITERAL = Table.of(
                    "a literal input",
                    key("value", new LiteralType(true)).required().unsent())
            .finish((fields, body, wiring) -> {
                body.set("value", fields.needText("value"));
                body.set("jobInputType", "literal");
            });

    static final Type INPUT = new Either(
            new LiteralType(false),
            Variants.of(
                    "an input",
                    input(Choice.of("uri_file", DEFAULT_TYPE), MODE),
                    input(Choice.of("custom_model", "mlflow_model", "triton_model"), MODE),
                    input(Choice.of("mltable"), TABLE_MODE),
                    LITERAL));

    static final Table OUTPUT = Table.of(
                    "an output",
                    key(
                                    "type",
                                    Choice.of(
                                            "uri_file",
                                            DEFAULT_TYPE,
                                            "mltable",
                                            "custom_model",
                                            "mlflow_model",
                                            "triton_model"))
                            .at("jobOutputType")
                            .otherwise(DEFAULT_TYPE),
                    key("path", Scalars.TEXT).at("uri"),
                    key("mode", OUTPUT_MODE),
                    key("name", Scalars.TEXT).at("assetName"),
                    key("version", Scalars.VERSION).at("assetVersion"))
            .rule(Rules.needs("version", "name"));

    private JobInputs() {}

    private static Table input(Choice type, Choice mode) {
        return Table.of(
                        "an input",
                        key("type", type).unsent(),
                        key("path", PathType.local(Also.URI, Also.ASSET, Also.EXPRESSION))
                                .required()
                                .unsent(),
                        key("mode", mode).unsent(),
                        key("datastore", Scalars.TEXT).unsent())
                .finish((fields, body, wiring) -> finish(fields, mode, body, wiring));
    }

    private static void finish(Fields fields, Choice mode, Body body, Wiring wiring) {
        if (fields.values().get("path") instanceof Location.Expression expression) {
            body.set("value", expression.text());
            body.set("jobInputType", "literal");
            return;
        }
        String type = fields.text("type").orElse(DEFAULT_TYPE);
        body.set("jobInputType", type);
        body.set("uri", uri(fields, type, wiring));
        fields.text("mode").ifPresent(word -> body.set("mode", mode.wire(word, wiring)));
    }

    private static String uri(Fields fields, String type, Wiring wiring) {
        Object path = fields.values().get("path");
        if (path instanceof Location.Asset asset) {
            return asset.reference().wire(MODELS.contains(type) ? Models.COLLECTION : DataAssets.COLLECTION, wiring);
        }
        if (path instanceof Location.Local local) {
            String datastore = DatastoreName.of(fields);
            String uri = "azureml://datastores/" + datastore + "/paths/"
                    + wiring.references().upload(local.path(), datastore);
            return type.equals(DEFAULT_TYPE) ? uri + "/" : uri;
        }
        return path instanceof Location.Remote remote ? remote.uri() : "";
    }
}
