package io.jenkins.plugins.azml.engine.spec.schema;

/** What a file describes. */
public enum Kind {
    COMMAND_JOB("a command job"),
    DATA("a data asset"),
    ENVIRONMENT("an environment"),
    COMPUTE("an amlcompute"),
    DATASTORE("a datastore"),
    MODEL("a model"),
    ONLINE_ENDPOINT("an online endpoint"),
    MANAGED_ONLINE_DEPLOYMENT("a managed online deployment"),

    GATES("a gates file"),
    TESTS("a tests file"),
    PIPELINE("a pipeline file of azmlPipeline"),

    PIPELINE_JOB("a pipeline job"),
    SWEEP_JOB("a sweep job"),
    AUTOML_JOB("an automl job"),
    SPARK_JOB("a spark job"),
    PARALLEL_JOB("a parallel job"),
    IMPORT_JOB("an import job"),
    FINETUNING_JOB("a fine-tuning job"),
    COMPONENT("a component"),
    SCHEDULE("a schedule"),
    BATCH_ENDPOINT("a batch endpoint"),
    BATCH_DEPLOYMENT("a batch deployment"),
    KUBERNETES_ONLINE_DEPLOYMENT("a Kubernetes online deployment"),
    OTHER_COMPUTE("a compute other than amlcompute"),
    WORKSPACE("a workspace"),
    REGISTRY("a registry"),
    CONNECTION("a connection"),
    FEATURE_STORE("a feature store or feature set");

    private final String noun;

    Kind(String noun) {
        this.noun = noun;
    }

    /** Whether only we read it, and Azure ML knows nothing of the kind. */
    public boolean isOurs() {
        return this == GATES || this == TESTS || this == PIPELINE;
    }

    /** With its article, for a message. */
    public String noun() {
        return noun;
    }
}
