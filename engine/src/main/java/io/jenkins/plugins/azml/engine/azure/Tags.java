package io.jenkins.plugins.azml.engine.azure;

/**
 * The tags that the stages write and read. A model version's tags are its lineage: promotion carries them along, and an
 * evaluation finds the champion's metrics there.
 */
public final class Tags {
    /** The run that wrote the resource: only what carries it is ever removed by a stage. */
    public static final String RUN = "azml.run";

    public static final String COMMIT = "azml.commit";
    public static final String JOB = "azml.job";

    /** The environment that a model was trained in, {@code name:version}. */
    public static final String ENVIRONMENT = "azml.environment";

    /** A deployment's model, {@code name:version}. */
    public static final String MODEL = "azml.model";

    /** Followed by the hash of a job's code, data, environment and parameters. */
    public static final String CONTENT = "azml.content.";

    /** SHA-256 of a model version's files; see {@code ModelDigest}. */
    public static final String DIGEST = "azml.digest";

    /** {@code better}, {@code equal}, {@code worse} or {@code blocked}. */
    public static final String VERDICT = "azml.verdict";

    /** Followed by the input's name: the version of the data asset that a model was trained or tested on. */
    public static final String DATA = "azml.data.";

    /** Followed by the metric's name. */
    public static final String METRIC = "azml.metric.";

    /** Where a promoted version came from, {@code workspace/name:version}. */
    public static final String FROM = "azml.from";

    /** Why a version was promoted without a passing verdict. */
    public static final String OVERRIDE = "azml.override";

    /** An endpoint's deployment with all traffic, and on a model version the deployment that serves it. */
    public static final String LIVE = "azml.live";

    /** The deployment that had the traffic before. */
    public static final String PREVIOUS = "azml.previous";

    /** On an endpoint: the run that moved its traffic last. */
    public static final String SWITCHED_BY = "azml.switched-by";

    /** On a model version: the endpoint that it was promoted to, and the run that did it. */
    public static final String ENDPOINT = "azml.endpoint";

    public static final String PROMOTED_BY = "azml.promoted-by";

    private Tags() {}
}
