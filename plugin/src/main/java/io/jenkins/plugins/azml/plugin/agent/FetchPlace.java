package io.jenkins.plugins.azml.plugin.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.train.JobOutputs;
import java.io.File;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;

/** Downloads to the agent, with a grant to one container for an hour; nowhere but below the workspace folder. */
final class FetchPlace extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final String to;
    private final String container;
    private final String prefix;
    private final String folder;
    private final AgentStorage storage;

    FetchPlace(String to, JobOutputs.Place place, AgentStorage storage) {
        this.to = to;
        this.container = place.container().secret();
        this.prefix = place.prefix();
        this.folder = place.folder();
        this.storage = storage;
    }

    @Override
    public String invoke(File workspace, VirtualChannel channel) {
        return Reply.of(() -> String.valueOf(new JobOutputs.Place(BlobUrl.of(container), prefix, folder)
                .download(storage.open(), target(workspace.toPath()))));
    }

    private Path target(Path workspace) {
        Path root = workspace.toAbsolutePath().normalize();
        Path target = root.resolve(to).normalize();
        if (!target.startsWith(root)) {
            throw Problem.of(
                            ProblemCode.LOCAL_DISK,
                            "will not download to '" + to + "': it is outside the workspace folder")
                    .asException();
        }
        return target;
    }
}
