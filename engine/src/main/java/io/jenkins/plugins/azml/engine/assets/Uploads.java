package io.jenkins.plugins.azml.engine.assets;

import io.jenkins.plugins.azml.engine.azure.Codes;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.LocalFiles;
import io.jenkins.plugins.azml.engine.blob.LocalFiles.Content;
import io.jenkins.plugins.azml.engine.blob.LocalFiles.Sent;
import io.jenkins.plugins.azml.engine.blob.LocalFiles.Target;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.snapshot.FilesHere;
import io.jenkins.plugins.azml.engine.snapshot.UploadTarget;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Local files in a workspace: found there by their content, or uploaded. */
final class Uploads {
    private static final String VERSION = "1";
    private static final Pattern CODE_ID = Pattern.compile(".*/codes/([^/]+)/versions/([^/]+)");

    private final Workspace workspace;

    Uploads(Workspace workspace) {
        this.workspace = workspace;
    }

    Supplied code(Need.Code need, Supplied so) {
        LocalFiles files = files();
        String hash = files.hash(need.local(), Content.CODE);
        String name = codeName(hash);
        Optional<Answer.Code> known = workspace.codes().findByHash(name, hash).map(id -> known(id, hash));
        if (known.isPresent()) {
            return so.with(known.get(), 0);
        }
        Codes.Upload grant = workspace.codes().startUpload(name, VERSION);
        BlobUrl container = BlobUrl.of(grant.grant().toString());
        Sent sent = files.send(need.local(), Content.CODE, hash, new Target(container, "", name, VERSION));
        String uri = grant.container() + "/" + sent.path();
        return so.with(new Answer.Code(name, VERSION, uri, hash, false), sent.filesSent());
    }

    Supplied place(Need.Upload need, Supplied so) {
        LocalFiles files = files();
        String hash = files.hash(need.local(), Content.DATA);
        BlobUrl grant = workspace.datastores().grant(need.datastore());
        Target target = new Target(grant, UploadTarget.dataFolder(hash), hash, VERSION);
        Sent sent = files.send(need.local(), Content.DATA, hash, target);
        return so.with(new Answer.Place(sent.path()), sent.filesSent());
    }

    private LocalFiles files() {
        return workspace.filesElsewhere().orElseGet(() -> new FilesHere(workspace.blobs()));
    }

    /** The service wants a GUID for a name; ours is made of the content, so that it is found again. */
    private static String codeName(String hash) {
        return UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Answer.Code known(String id, String hash) {
        Matcher matcher = CODE_ID.matcher(id);
        if (!matcher.matches()) {
            throw Problem.of(ProblemCode.UNREADABLE_ANSWER, "the service names a code version '" + id + "'")
                    .asException();
        }
        return new Answer.Code(matcher.group(1), matcher.group(2), "", hash, true);
    }
}
