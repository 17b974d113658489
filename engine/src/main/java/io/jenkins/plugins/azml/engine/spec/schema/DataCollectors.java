package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a deployment records of its traffic: every collection goes into a data asset, written first. */
final class DataCollectors {
    private static final Table DATA = Table.of(
            "a collection's data",
            key("name", Scalars.TEXT),
            key("path", Scalars.TEXT),
            key("version", Scalars.TEXT),
            key("data_id", Scalars.TEXT));

    private static final Table COLLECTION = Table.of(
            "a collection",
            key("enabled", Choice.sending("true", "enabled", "false", "disabled"))
                    .required()
                    .at("dataCollectionMode"),
            key("client_id", Scalars.TEXT),
            key("data", DATA).unsent());

    static final Table TABLE = Table.of(
                    "a data collector",
                    key("collections", Dictionary.of("collections", COLLECTION)).required(),
                    key("rolling_rate", Choice.of("minute", "hour", "day")),
                    key("sampling_rate", Scalars.NUMBER).unsent(),
                    key(
                            "request_logging",
                            Table.of("request logging", key("capture_headers", new Listing(Scalars.TEXT)))))
            .rule(DataCollectors::samplingRateIsShare);

    private DataCollectors() {}

    private static void samplingRateIsShare(Mapping mapping, Fields fields, Check check) {
        double rate = fields.get("sampling_rate", Double.class).orElse(0.0);
        if (rate < 0 || rate > 1) {
            check.report(Rules.valuePlace(mapping, "sampling_rate"), "expected a number from 0 to 1, found " + rate);
        }
    }

    static @Nullable Object wire(Fields deployment, Wiring wiring) {
        return deployment
                .fields("data_collector")
                .map(collector -> body(collector, deployment, wiring))
                .orElse(null);
    }

    private static Object body(Fields collector, Fields deployment, Wiring wiring) {
        Map<String, @Nullable Object> body = TABLE.body(collector, wiring);
        Map<String, Object> collections = new LinkedHashMap<>();
        collector.dictionary("collections").forEach((name, value) -> {
            Fields collection = (Fields) value;
            Map<String, @Nullable Object> one = COLLECTION.body(collection, wiring);
            one.put("dataId", data(name, collection, deployment, wiring));
            collector.get("sampling_rate", Double.class).ifPresent(rate -> one.put("samplingRate", rate));
            collections.put(name, one);
        });
        body.put("collections", collections);
        return body;
    }

    private static String data(String collection, Fields fields, Fields deployment, Wiring wiring) {
        Fields written = fields.fields("data").orElse(new Fields(Map.of()));
        String endpoint = deployment.needText("endpoint_name");
        String name = deployment.needText("name");
        String path = "azureml://datastores/workspaceblobstore/paths/modelDataCollector/"
                + String.join("/", endpoint, name, collection);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", written.text("name").orElse(String.join("-", endpoint, name, collection)));
        data.put("version", written.text("version").orElse("1"));
        data.put("path", new Location.Remote(written.text("path").orElse(path)));
        return DataAssets.put(new Fields(data), wiring);
    }
}
