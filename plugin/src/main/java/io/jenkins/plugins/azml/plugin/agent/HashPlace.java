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
    private final AgentStorage storage;

    HashPlace(String place, Content content, AgentStorage storage) {
        this.place = place;
        this.content = content;
        this.storage = storage;
    }

    @Override
    public String invoke(File workspace, VirtualChannel channel) {
        return Reply.of(() -> new FilesHere(storage.open()).hash(Path.of(place), content));
    }
}
