package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.azure.ArtifactPlace;
import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.blob.Download;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * A container's folder that holds what a job left.
     *
     * @param container with a grant to read it
     * @param prefix of the blobs, a slash at its end
     * @param folder where they go, below the one that is downloaded to
     */
    public record Place(BlobUrl container, String prefix, String folder) {
        /**
         * Downloads what is there; a file that is there already is replaced.
         *
         * @param to the folder of the whole download
         * @return how many files
         * @throws io.jenkins.plugins.azml.engine.problem.ProblemException LOCAL_DISK if the folder cannot be written,
         *     REFUSED for a remote name that would lead out of the folder
         */
        public int download(Blobs blobs, Path to) {
            Download download = new Download(blobs, to.resolve(folder));
            List<String> names = blobs.list(container, prefix).stream()
                    .map(item -> item.name().substring(prefix.length()))
                    .toList();
            download.check(names);
            names.forEach(name -> download.file(container.blob(prefix + name), name));
            return names.size();
        }
    }

    /**
     * Downloads all of it; a file that is there already is replaced.
     *
     * @return how many files
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_FOUND if there is no such job, or what
     *     {@link Place#download} throws
     */
    public int download(String name, Path folder) {
        return places(name).stream()
                .mapToInt(place -> place.download(workspace.blobs(), folder))
                .sum();
    }

    /**
     * Where all of it is.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_FOUND if there is no such job
     */
    public List<Place> places(String name) {
        Jobs.Job job = workspace
                .jobs()
                .find(name)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.NOT_FOUND,
                                "there is no job '" + name + "' in workspace '" + workspace.id() + "'")
                        .asException());
        List<Place> places = new ArrayList<>();
        places.add(place(ArtifactPlace.ofJob(name, ""), "artifacts"));
        for (String output : job.definition().in("outputs").members().keySet()) {
            if (!output.equals("default")) {
                places.add(place(of(job, output), "named-outputs/" + output));
            }
        }
        return places;
    }

    private static ArtifactPlace of(Jobs.Job job, String output) {
        return job.definition()
                .string("outputs", output, "uri")
                .map(ArtifactPlace::of)
                .orElseGet(() -> new ArtifactPlace(DEFAULT_DATASTORE, "azureml/" + job.name() + "/" + output));
    }

    private Place place(ArtifactPlace place, String folder) {
        return new Place(workspace.datastores().grant(place.datastore()), place.path() + "/", folder);
    }
}
