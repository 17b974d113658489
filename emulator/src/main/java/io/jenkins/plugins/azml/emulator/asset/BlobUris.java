package io.jenkins.plugins.azml.emulator.asset;

import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.ResourceId;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the blobs that a URI of the service stands for. Nothing outside the emulator's own storage is ever read. */
public final class BlobUris {
    private static final Pattern LONG = Pattern.compile("(?i)azureml://subscriptions/[^/]+/resourcegroups/[^/]+"
            + "(?:/providers/Microsoft\\.MachineLearningServices)?/workspaces/([^/]+)/datastores/([^/]+)/paths/(.*)");
    private static final Pattern SHORT = Pattern.compile("azureml://datastores/([^/]+)/paths/(.*)");
    private static final Pattern ARTIFACT =
            Pattern.compile("(?:azureml://jobs/([^/]+)/outputs/artifacts(?:/paths)?|runs:/([^/]+))/(.*)");
    private static final Pattern OUTPUT = Pattern.compile("azureml://jobs/([^/]+)/outputs/([^/]+)(?:/paths)?/?(.*)");

    private static final Pattern BLOB = Pattern.compile("https?://127\\.0\\.0\\.1:\\d+/([^/?]+)/([^/?]+)(?:/([^?]*))?");

    private final Cloud cloud;
    private final Arm arm;

    public BlobUris(Cloud cloud) {
        this.cloud = cloud;
        this.arm = new Arm(cloud.settings().scope());
    }

    /**
     * The blobs of a URI that a caller of this workspace named.
     *
     * @throws ArmError 400 when the URI is of no known form or names what is not there
     */
    public BlobLocation locate(String workspace, String uri) {
        return asset(uri)
                .or(() -> inDatastore(workspace, uri))
                .or(() -> ofJob(workspace, uri))
                .or(() -> inStorage(workspace, uri))
                .orElseThrow(
                        () -> ArmError.userError(
                                "The URI '" + uri + "' is not one that the emulator reads:"
                                        + " azureml://datastores/.., azureml://jobs/.., a data or model version, or a blob of the workspace."));
    }

    /**
     * The folder of a code version.
     *
     * @throws ArmError 400 when there is no such version
     */
    public BlobLocation code(String id) {
        Resource code = ResourceId.parse(id, Kind.CODE)
                .flatMap(cloud.store()::find)
                .orElseThrow(() -> ArmError.userError("The code '" + id + "' does not exist."));
        return locate(code.key().workspace(), code.properties().path("codeUri").asText());
    }

    /** The long form, by which the service writes locations in datastores; empty for a container that is no datastore's. */
    public Optional<String> longUri(String workspace, BlobLocation location) {
        return cloud.store().list(workspace, Kind.DATASTORE).stream()
                .filter(datastore -> Datastores.container(datastore).equals(location.container()))
                .findFirst()
                .map(datastore -> "azureml:/"
                        + arm.workspaceId(workspace)
                                .replace("/providers/Microsoft.MachineLearningServices", "")
                                .replace("resourceGroups", "resourcegroups")
                        + "/datastores/" + datastore.key().name() + "/paths/" + location.path());
    }

    /** Where everything that a job leaves behind lies, apart from its named outputs. */
    public static BlobLocation artifacts(ResourceKey job) {
        return new BlobLocation(Cloud.artifacts(job.workspace()), "ExperimentRun/dcid." + job.name());
    }

    private Optional<BlobLocation> asset(String uri) {
        return ResourceId.parse(uri, Kind.DATA)
                .or(() -> ResourceId.parse(uri, Kind.MODEL))
                .map(key -> cloud.store()
                        .find(key)
                        .orElseThrow(() -> ArmError.userError("The asset '" + uri + "' does not exist.")))
                .map(asset -> locate(asset.key().workspace(), assetUri(asset)));
    }

    private static String assetUri(Resource asset) {
        String field = asset.key().kind() == Kind.DATA ? "dataUri" : "modelUri";
        return asset.properties().path(field).asText();
    }

    private Optional<BlobLocation> inDatastore(String workspace, String uri) {
        Matcher full = LONG.matcher(uri);
        if (full.matches()) {
            return Optional.of(in(full.group(1), full.group(2), full.group(3)));
        }
        Matcher brief = SHORT.matcher(uri);
        return brief.matches() ? Optional.of(in(workspace, brief.group(1), brief.group(2))) : Optional.empty();
    }

    private BlobLocation in(String workspace, String datastore, String path) {
        Container container = cloud.store()
                .find(new ResourceKey(workspace, Kind.DATASTORE, datastore))
                .map(Datastores::container)
                .orElseThrow(() -> ArmError.userError("The datastore '" + datastore + "' does not exist."));
        return new BlobLocation(container, trimmed(path));
    }

    private Optional<BlobLocation> ofJob(String workspace, String uri) {
        Matcher artifact = ARTIFACT.matcher(uri);
        if (artifact.matches()) {
            String job = artifact.group(1) == null ? artifact.group(2) : artifact.group(1);
            return Optional.of(artifacts(job(workspace, job).key()).child(trimmed(artifact.group(3))));
        }
        Matcher output = OUTPUT.matcher(uri);
        return output.matches() ? Optional.of(output(job(workspace, output.group(1)), output)) : Optional.empty();
    }

    private BlobLocation output(Resource job, Matcher uri) {
        String target =
                job.properties().path("outputs").path(uri.group(2)).path("uri").asText();
        if (target.isEmpty()) {
            throw ArmError.userError("The job '" + job.key().name() + "' has no output '" + uri.group(2) + "'.");
        }
        BlobLocation folder = locate(job.key().workspace(), target);
        return uri.group(3).isEmpty() ? folder : folder.child(trimmed(uri.group(3)));
    }

    private Resource job(String workspace, String name) {
        return cloud.store()
                .find(new ResourceKey(workspace, Kind.JOB, name))
                .orElseThrow(() -> ArmError.userError("The job '" + name + "' does not exist."));
    }

    /** The port is that of the start that wrote the URI, so only the account and what follows it count. */
    private static Optional<BlobLocation> inStorage(String workspace, String uri) {
        Matcher blob = BLOB.matcher(uri);
        String account = Cloud.account(workspace);
        if (!blob.matches() || !blob.group(1).equals(account)) {
            return Optional.empty();
        }
        String path = blob.group(3) == null ? "" : trimmed(blob.group(3));
        return Optional.of(new BlobLocation(new Container(account, blob.group(2)), path));
    }

    /** A folder's path without the slashes around it; one that leaves its container is refused. */
    private static String trimmed(String path) {
        String trimmed = path.replaceAll("^/+|/+$", "");
        if (trimmed.contains("..") || trimmed.contains("\\")) {
            throw ArmError.badRequest("The path '" + path + "' is not allowed.");
        }
        return trimmed;
    }
}
