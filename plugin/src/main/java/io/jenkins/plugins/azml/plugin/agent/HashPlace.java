package io.jenkins.plugins.azml.plugin.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.azml.engine.blob.LocalFiles.Content;
import io.jenkins.plugins.azml.engine.snapshot.FilesHere;
import java.io.File;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;

/** Hashes a folder or file on the agent. */
final class HashPlace extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final Content content;
    private final AgentNetwork network;

    HashPlace(String place, Content content, AgentNetwork network) {
        this.place = place;
        this.content = content;
        this.network = network;
    }

    @Override
    public String invoke(File workspace, VirtualChannel channel) {
        return Reply.of(() -> new FilesHere(network.storage()).hash(Path.of(place), content));
    }
}
