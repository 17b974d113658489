package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.blob.LocalFiles;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Local files on this machine. What was hashed once is not hashed again before it is sent. Not for many threads. */
public final class FilesHere implements LocalFiles {
    private final Blobs blobs;
    private final Map<Path, HashedSnapshot> hashed = new HashMap<>();

    public FilesHere(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public String hash(Path place, Content content) {
        return snapshot(place, content).hash();
    }

    @Override
    public Sent send(Path place, Content content, String hash, Target target) {
        HashedSnapshot snapshot = snapshot(place, content);
        if (!snapshot.hash().equals(hash)) {
            throw Problem.of(
                            ProblemCode.CONFLICT,
                            "'" + place
                                    + "' changed between hashing and uploading; stop what writes to it and run again")
                    .asException();
        }
        Uploaded sent = new Upload(blobs)
                .run(snapshot, new UploadTarget(target.container(), target.folder(), target.name(), target.version()));
        return new Sent(sent.path(), sent.filesSent());
    }

    private HashedSnapshot snapshot(Path place, Content content) {
        return hashed.computeIfAbsent(
                place,
                local -> content == Content.CODE ? CodeHash.of(Snapshot.of(local)) : AssetHash.of(Snapshot.of(local)));
    }
}
