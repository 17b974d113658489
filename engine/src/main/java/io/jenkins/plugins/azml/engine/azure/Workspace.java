package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.blob.LocalFiles;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Operation;
import io.jenkins.plugins.azml.engine.rest.Operations;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Progress;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where a stage works: one Azure ML workspace, its resources as clients. Safe for many threads.
 *
 * <p>What a workspace says of itself (region, data plane) is read once, when it is first needed.
 */
public final class Workspace {
    private static final String API_VERSION = "2025-12-01";

    private final Pipeline pipeline;
    private final Blobs blobs;
    private final String resourceManager;
    private final WorkspaceId id;
    private final @Nullable LocalFiles files;
    private final AtomicReference<@Nullable Facts> facts;

    /**
     * What the service says of a workspace.
     *
     * @param location the region, for example {@code westeurope}
     * @param discoveryUrl lists the addresses of the region's data plane
     * @param trackingUri MLflow's, {@code azureml://host/mlflow/v1.0/…}
     */
    public record Facts(String location, String discoveryUrl, String trackingUri) {}

    /**
     * @param pipeline for ARM and the data plane
     * @param blobs for storage, with a budget of its own
     * @param resourceManager ARM's address
     */
    public Workspace(Pipeline pipeline, Blobs blobs, URI resourceManager, WorkspaceId id) {
        this(pipeline, blobs, resourceManager.toString().replaceAll("/$", ""), id, null, new AtomicReference<>());
    }

    private Workspace(
            Pipeline pipeline,
            Blobs blobs,
            String resourceManager,
            WorkspaceId id,
            @Nullable LocalFiles files,
            AtomicReference<@Nullable Facts> facts) {
        this.pipeline = pipeline;
        this.blobs = blobs;
        this.resourceManager = resourceManager;
        this.id = id;
        this.files = files;
        this.facts = facts;
    }

    /** The same workspace for a caller whose local files are on another machine. */
    public Workspace withFiles(LocalFiles elsewhere) {
        return new Workspace(pipeline, blobs, resourceManager, id, elsewhere, facts);
    }

    /** The local files of what is written here, if they are not on this machine. */
    public Optional<LocalFiles> filesElsewhere() {
        return Optional.ofNullable(files);
    }

    public WorkspaceId id() {
        return id;
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    public Jobs jobs() {
        return new Jobs(this);
    }

    public RunHistory runHistory() {
        return new RunHistory(this);
    }

    public Tracking tracking() {
        return new Tracking(this);
    }

    public Codes codes() {
        return new Codes(this);
    }

    public Assets data() {
        return new Assets(this, "data", "data asset");
    }

    public Assets environments() {
        return new Assets(this, "environments", "environment");
    }

    public Assets models() {
        return new Assets(this, "models", "model");
    }

    public Datastores datastores() {
        return new Datastores(this);
    }

    public Endpoints endpoints() {
        return new Endpoints(this);
    }

    /** @param hosts that may be given an endpoint's key */
    public Scoring scoring(Hosts hosts) {
        return new Scoring(this, hosts);
    }

    public Resources resources() {
        return new Resources(this);
    }

    /** Blob requests, by the grants that datastores and pending uploads give. */
    public Blobs blobs() {
        return blobs;
    }

    /** @throws ProblemException NOT_FOUND if there is no such workspace, or others of the pipeline */
    public Facts facts() {
        Facts known = facts.get();
        if (known == null) {
            known = send(Call.get("read workspace '" + id.name() + "'", url("")).yielding(Workspace::facts));
            facts.set(known);
        }
        return known;
    }

    private static Facts facts(JsonObject workspace) {
        return new Facts(
                workspace.needString("location"),
                workspace.string("properties", "discoveryUrl").orElse(""),
                workspace
                        .address("properties", "mlFlowTrackingUri")
                        .map(URI::toString)
                        .orElse(""));
    }

    /** What every resource of ARM has; an answer without it is none. */
    static JsonObject resource(JsonObject answer) {
        answer.need("properties");
        return answer;
    }

    /** The address of a resource of this workspace: a template below the workspace, values encoded. */
    URI url(String template, String... values) {
        char join = template.indexOf('?') < 0 ? '?' : '&';
        return Url.of(resourceManager + id.path(), template + join + "api-version=" + API_VERSION, values);
    }

    /** The ARM id of a resource of this workspace. */
    public String armId(String below) {
        return id.path() + below;
    }

    <T> T send(Call<T> call) {
        return pipeline.send(call);
    }

    /** As {@link #send}, with the long-running operation that the answer names. */
    <T> Started<T> start(Call<T> call) {
        return pipeline.send(call.reading(answer -> new Started<>(
                call.decoder().decode(answer),
                Operation.of(answer.status(), answer.headers(), call.url(), pipeline.now())
                        .filter(Operation::maybeSaved)
                        .orElse(null))));
    }

    /**
     * How far an operation is.
     *
     * @param doing for messages: {@code "create deployment 'blue'"}
     */
    public Progress poll(String doing, Operation operation) {
        return new Operations(pipeline).poll(doing, operation);
    }

    /** As {@link #send}, but what is not there is empty. */
    <T> Optional<T> find(Call<T> call) {
        try {
            return Optional.of(pipeline.send(call));
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
