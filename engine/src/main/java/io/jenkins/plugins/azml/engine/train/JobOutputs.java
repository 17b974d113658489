package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.azure.ArtifactPlace;
import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.blob.BlobItem;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.Download;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;

/**
 * What a job left, as files: its artifacts below {@code artifacts/}, each named output below {@code
 * named-outputs/NAME/}, as the official client lays them out.
 */
public final class JobOutputs {
    private static final String DEFAULT_DATASTORE = "workspaceblobstore";

    private final Workspace workspace;

    public JobOutputs(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Downloads all of it; a file that is there already is replaced.
     *
     * @return how many files
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_FOUND if there is no such job, LOCAL_DISK if the
     *     folder cannot be written, REFUSED for a remote name that would lead out of the folder
     */
    public int download(String name, Path folder) {
        Jobs.Job job = workspace
                .jobs()
                .find(name)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.NOT_FOUND,
                                "there is no job '" + name + "' in workspace '" + workspace.id() + "'")
                        .asException());
        int files = download(ArtifactPlace.ofJob(name, ""), folder.resolve("artifacts"));
        for (String output : job.definition().in("outputs").members().keySet()) {
            if (!output.equals("default")) {
                files += download(
                        place(job, output), folder.resolve("named-outputs").resolve(output));
            }
        }
        return files;
    }

    private static ArtifactPlace place(Jobs.Job job, String output) {
        return job.definition()
                .string("outputs", output, "uri")
                .map(ArtifactPlace::of)
                .orElseGet(() -> new ArtifactPlace(DEFAULT_DATASTORE, "azureml/" + job.name() + "/" + output));
    }

    private int download(ArtifactPlace place, Path folder) {
        BlobUrl container =
                BlobUrl.of(workspace.datastores().container(place.datastore()).container() + "?"
                        + workspace.datastores().sas(place.datastore()));
        String prefix = place.path() + "/";
        Download download = new Download(workspace.blobs(), folder);
        List<BlobItem> items = workspace.blobs().list(container, prefix);
        download.check(items.stream()
                .map(item -> item.name().substring(prefix.length()))
                .toList());
        items.forEach(
                item -> download.file(container.blob(item.name()), item.name().substring(prefix.length())));
        return items.size();
    }
}
