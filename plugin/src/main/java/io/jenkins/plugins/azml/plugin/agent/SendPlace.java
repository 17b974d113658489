package io.jenkins.plugins.azml.plugin.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.LocalFiles.Content;
import io.jenkins.plugins.azml.engine.blob.LocalFiles.Target;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.snapshot.FilesHere;
import java.io.File;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;

/** Uploads a folder or file from the agent, with a grant to one container for some hours. */
final class SendPlace extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final Content content;
    private final String hash;
    private final String container;
    private final String folder;
    private final String name;
    private final String version;
    private final AgentStorage storage;

    SendPlace(String place, Content content, String hash, Target target, AgentStorage storage) {
        this.place = place;
        this.content = content;
        this.hash = hash;
        this.container = target.container().secret();
        this.folder = target.folder();
        this.name = target.name();
        this.version = target.version();
        this.storage = storage;
    }

    @Override
    public String invoke(File workspace, VirtualChannel channel) {
        Target target = new Target(BlobUrl.of(container), folder, name, version);
        return Reply.of(() -> Json.write(
                RecordJson.write(new FilesHere(storage.open()).send(Path.of(place), content, hash, target))));
    }
}
