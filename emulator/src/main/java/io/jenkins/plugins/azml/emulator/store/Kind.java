package io.jenkins.plugins.azml.emulator.store;

/** What is stored. Names of versions and deployments hold their parent: {@code name/version}, {@code endpoint/deployment}. */
public enum Kind {
    DATASTORE,
    PENDING_UPLOAD,
    CODE,
    DATA,
    ENVIRONMENT,
    MODEL,
    COMPUTE,
    JOB,
    EXPERIMENT,
    ENDPOINT,
    DEPLOYMENT,
    OPERATION
}
