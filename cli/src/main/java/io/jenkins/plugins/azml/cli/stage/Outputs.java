package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.engine.azure.ArtifactPlace;
import io.jenkins.plugins.azml.engine.azure.ModelFiles;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.blob.Download;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/** What a job left behind, as files: {@code artifacts/} and {@code named-outputs/NAME/}, as the official client lays them. */
final class Outputs {
    private static final String DEFAULT_STORE = "workspaceblobstore";

    private final Workspace workspace;
    private final String job;

    Outputs(Workspace workspace, String job) {
        this.workspace = workspace;
        this.job = job;
    }

    /**
     * Downloads what is there.
     *
     * @param named the job's outputs; one that its file places elsewhere is left there
     * @return how many files
     */
    int download(Path folder, Collection<String> named) {
        int files = download(ArtifactPlace.ofJob(job, ""), folder.resolve("artifacts"));
        for (String output : named) {
            ArtifactPlace place = new ArtifactPlace(DEFAULT_STORE, "azureml/" + job + "/" + output);
            files += download(place, folder.resolve("named-outputs").resolve(output));
        }
        return files;
    }

    private int download(ArtifactPlace place, Path folder) {
        ModelFiles files = ModelFiles.at(workspace, place);
        Download download = new Download(workspace.blobs(), folder);
        Set<String> names = files.sizes().keySet();
        download.check(names);
        names.forEach(name -> download.file(files.blob(name), name));
        return names.size();
    }
}
