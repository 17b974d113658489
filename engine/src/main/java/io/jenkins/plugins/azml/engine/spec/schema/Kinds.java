package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.KindRow.built;
import static io.jenkins.plugins.azml.engine.spec.schema.KindRow.later;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Every kind of CLI v2, and how a file's kind is found: by its schema, its type, or its keys. */
public final class Kinds {
    private static final String SCHEMA_SUFFIX = ".schema.json";

    private static final List<KindRow> ROWS = List.of(
            built(
                    Kind.COMMAND_JOB,
                    List.of("commandJob"),
                    List.of("command"),
                    List.of("command"),
                    CommandJobs.TABLE,
                    (checked, wiring) -> CommandJobs.put((Fields) checked, wiring)),
            built(
                    Kind.MANAGED_ONLINE_DEPLOYMENT,
                    List.of("managedOnlineDeployment"),
                    List.of("managed"),
                    List.of("endpoint_name", "scoring_script", "code_configuration"),
                    OnlineDeployments.TABLE,
                    (checked, wiring) -> OnlineDeployments.put((Fields) checked, wiring)),
            built(
                    Kind.ENVIRONMENT,
                    List.of("environment"),
                    List.of(),
                    List.of("image", "build", "conda_file", "inference_config", "os_type"),
                    Environments.TABLE,
                    (checked, wiring) -> Environments.put((Fields) checked, wiring)),
            built(
                    Kind.COMPUTE,
                    List.of("amlCompute"),
                    List.of("amlcompute"),
                    List.of("size", "tier", "min_instances", "max_instances", "idle_time_before_scale_down"),
                    Computes.TABLE,
                    (checked, wiring) -> Computes.put((Fields) checked, wiring)),
            built(
                    Kind.DATASTORE,
                    List.of("azureBlob", "azureFile", "azureDataLakeGen1", "azureDataLakeGen2", "oneLake"),
                    List.of("azure_blob", "azure_file", "azure_data_lake_gen1", "azure_data_lake_gen2", "one_lake"),
                    List.of("account_name", "container_name", "file_share_name", "filesystem", "store_name"),
                    Datastores.TYPE,
                    (checked, wiring) -> Datastores.put((Variants.Chosen) checked, wiring)),
            built(
                    Kind.ONLINE_ENDPOINT,
                    List.of("managedOnlineEndpoint", "kubernetesOnlineEndpoint", "onlineEndpoint"),
                    List.of(),
                    List.of("auth_mode", "traffic", "mirror_traffic", "scoring_uri"),
                    OnlineEndpoints.TYPE,
                    (checked, wiring) -> OnlineEndpoints.put((Variants.Chosen) checked, wiring)),
            built(
                    Kind.MODEL,
                    List.of("model"),
                    List.of("custom_model", "mlflow_model", "triton_model"),
                    List.of("flavors", "stage", "system_metadata", "default_deployment_template"),
                    Models.TABLE,
                    (checked, wiring) -> Models.put((Fields) checked, wiring)),
            built(
                    Kind.DATA,
                    List.of("data"),
                    List.of("uri_file", "uri_folder", "mltable"),
                    List.of("path"),
                    DataAssets.TABLE,
                    (checked, wiring) -> DataAssets.put((Fields) checked, wiring)),
            later(Kind.GATES, List.of(), List.of(), "gates"),
            later(Kind.TESTS, List.of(), List.of(), "tests"),
            later(Kind.PIPELINE, List.of(), List.of(), "models", "checks", "approval", "freeze", "branches"),
            later(Kind.SWEEP_JOB, List.of("sweepJob"), List.of("sweep"), "search_space", "trial"),
            later(Kind.PIPELINE_JOB, List.of("pipelineJob"), List.of("pipeline"), "jobs"),
            later(Kind.AUTOML_JOB, List.of("autoMLJob"), List.of("automl"), "task"),
            later(Kind.SPARK_JOB, List.of("sparkJob"), List.of("spark")),
            later(Kind.PARALLEL_JOB, List.of("parallelJob"), List.of("parallel")),
            later(Kind.IMPORT_JOB, List.of("importJob", "dataImport"), List.of("import")),
            later(Kind.FINETUNING_JOB, List.of("finetuningJob"), List.of("finetuning", "fine_tuning")),
            later(
                    Kind.COMPONENT,
                    List.of("commandComponent", "pipelineComponent", "parallelComponent", "sparkComponent"),
                    List.of(),
                    "is_deterministic"),
            later(
                    Kind.SCHEDULE,
                    List.of("schedule", "monitorSchedule"),
                    List.of(),
                    "trigger",
                    "create_job",
                    "create_monitor"),
            later(Kind.BATCH_ENDPOINT, List.of("batchEndpoint"), List.of(), "defaults"),
            later(
                    Kind.BATCH_DEPLOYMENT,
                    List.of("batchDeployment", "modelBatchDeployment", "pipelineComponentBatchDeployment"),
                    List.of(),
                    "mini_batch_size",
                    "output_action",
                    "max_concurrency_per_instance",
                    "retry_settings",
                    "error_threshold"),
            later(Kind.KUBERNETES_ONLINE_DEPLOYMENT, List.of("kubernetesOnlineDeployment"), List.of("kubernetes")),
            later(
                    Kind.OTHER_COMPUTE,
                    List.of("computeInstance", "vmCompute", "kubernetesCompute", "synapseSparkCompute"),
                    List.of("computeinstance", "virtualmachine", "kubernetescompute", "synapsespark")),
            later(Kind.WORKSPACE, List.of("workspace"), List.of("hub", "project"), "storage_account", "key_vault"),
            later(Kind.REGISTRY, List.of("registry"), List.of(), "replication_locations"),
            later(Kind.CONNECTION, List.of("workspaceConnection", "connection"), List.of()),
            later(
                    Kind.FEATURE_STORE,
                    List.of("featureStore", "featureSet", "featureStoreEntity"),
                    List.of(),
                    "materialization_settings"));

    private Kinds() {}

    public static KindRow of(Kind kind) {
        return ROWS.stream().filter(row -> row.kind() == kind).findFirst().orElseThrow();
    }

    /** The kind of a file: as its schema says, else its type, else its keys. */
    public static Optional<KindRow> find(Mapping file) {
        return text(file, "$schema")
                .flatMap(Kinds::bySchema)
                .or(() -> text(file, "type").flatMap(word -> exactly(KindRow::words, word)))
                .or(() -> bySigns(file))
                .or(() -> text(file, "type").flatMap(Kinds::byAlmostWord))
                .or(() -> byKeys(file));
    }

    /**
     * Refuses a file that says outright that it is of another kind: by its schema, its type, or a key that no other has.
     *
     * @throws ProblemException INVALID_FILE, or NOT_SUPPORTED for a kind that is not built
     */
    public static void expect(Kind kind, Node file) {
        Optional<KindRow> other = file instanceof Mapping mapping ? claimed(mapping) : Optional.empty();
        if (other.isPresent() && other.get().kind() != kind) {
            throw Problem.at(
                            file.where(),
                            other.get().isBuilt() ? ProblemCode.INVALID_FILE : ProblemCode.NOT_SUPPORTED,
                            "expected " + kind.noun() + ", found " + other.get().found())
                    .asException();
        }
    }

    private static Optional<KindRow> claimed(Mapping file) {
        return text(file, "$schema")
                .flatMap(Kinds::bySchema)
                .or(() -> text(file, "type").flatMap(word -> exactly(KindRow::words, word)))
                .or(() -> bySignOfUnbuilt(file));
    }

    private static Optional<KindRow> bySignOfUnbuilt(Mapping file) {
        return ROWS.stream()
                .filter(row -> row.type() == null)
                .filter(row -> file.names().stream().anyMatch(row.signs()::contains))
                .findFirst();
    }

    private static Optional<String> text(Mapping file, String key) {
        return file.get(key)
                .filter(node -> node instanceof Scalar scalar && scalar.value() instanceof String)
                .map(node -> ((Scalar) node).text());
    }

    private static Optional<KindRow> bySchema(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        return name.endsWith(SCHEMA_SUFFIX)
                ? exactly(KindRow::schemas, name.substring(0, name.length() - SCHEMA_SUFFIX.length()))
                : Optional.empty();
    }

    private static Optional<KindRow> exactly(Function<KindRow, List<String>> names, String name) {
        return ROWS.stream()
                .filter(row -> names.apply(row).stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /** The kind of which the file has most signs. */
    private static Optional<KindRow> bySigns(Mapping file) {
        return most(row -> file.names().stream().filter(row.signs()::contains).count());
    }

    private static Optional<KindRow> byAlmostWord(String word) {
        return most(
                row -> Nearest.of(word.toLowerCase(Locale.ROOT), row.words()).isPresent() ? 1L : 0L);
    }

    /** The kind whose table knows most of the keys, misspelt or not; at least two of them. */
    private static Optional<KindRow> byKeys(Mapping file) {
        return most(row -> {
            List<String> known = known(row);
            long found = file.names().stream()
                    .filter(name -> Nearest.of(name, known).isPresent())
                    .count();
            return found < 2 ? 0 : found;
        });
    }

    private static List<String> known(KindRow row) {
        if (row.type() instanceof Table table) {
            return table.names();
        }
        return row.type() instanceof Variants variants ? variants.names() : row.signs();
    }

    private static Optional<KindRow> most(Function<KindRow, Long> score) {
        KindRow best = null;
        for (KindRow row : ROWS) {
            if (score.apply(row) > (best == null ? 0 : score.apply(best))) {
                best = row;
            }
        }
        return Optional.ofNullable(best);
    }
}
