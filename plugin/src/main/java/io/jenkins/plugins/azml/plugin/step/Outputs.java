package io.jenkins.plugins.azml.plugin.step;

import io.jenkins.plugins.azml.engine.train.JobOutputs;
import io.jenkins.plugins.azml.plugin.agent.AgentFiles;
import io.jenkins.plugins.azml.plugin.run.Hosts;
import io.jenkins.plugins.azml.plugin.run.LiveRun;

/** What a job has left, as files in the workspace folder. */
final class Outputs {
    private final Order order;
    private final AgentFiles.Folder folder;

    Outputs(Order order, AgentFiles.Folder folder) {
        this.order = order;
        this.folder = folder;
    }

    /**
     * Downloads it if the step wants it. What was downloaded before a restart is replaced.
     *
     * @return how many files
     */
    int fetch(LiveRun run, String job) {
        String to = order.wishes().download();
        if (to == null) {
            return 0;
        }
        int files = 0;
        for (JobOutputs.Place place : run.outputs(job, Hosts.get())) {
            files += AgentFiles.fetch(folder, to, place, run.storage(Hosts.get()));
        }
        return files;
    }
}
