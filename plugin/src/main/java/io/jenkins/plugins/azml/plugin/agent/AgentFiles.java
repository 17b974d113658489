package io.jenkins.plugins.azml.plugin.agent;

import hudson.FilePath;
import hudson.FilePath.FileCallable;
import io.jenkins.plugins.azml.engine.blob.LocalFiles;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.train.JobOutputs;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;

/** The files of a step's workspace folder, on the agent that it runs on. */
public final class AgentFiles implements LocalFiles {
    private final Folder folder;
    private final AgentStorage storage;

    /** Where the workspace folder is now. */
    @FunctionalInterface
    public interface Folder {
        /**
         * The folder.
         *
         * @throws io.jenkins.plugins.azml.engine.problem.ProblemException INVALID_ARGUMENT if the step has none
         * @throws Unsettled if its agent is away
         */
        FilePath find();
    }

    public AgentFiles(Folder folder, AgentStorage storage) {
        this.folder = folder;
        this.storage = storage;
    }

    @Override
    public String hash(Path place, Content content) {
        return act(folder, new HashPlace(place.toString(), content, storage), false);
    }

    @Override
    public Sent send(Path place, Content content, String hash, Target target) {
        String sent = act(folder, new SendPlace(place.toString(), content, hash, target, storage), true);
        return RecordJson.read(JsonObject.read(sent), Sent.class);
    }

    /** What the call's files say. */
    public static Capture capture(Folder folder, CaptureFiles files) {
        return Capture.read(act(folder, files, false));
    }

    /**
     * Downloads what a job has left into a folder of the workspace folder; the bytes go from the storage to the agent.
     *
     * @return how many files
     */
    public static int fetch(Folder folder, String to, JobOutputs.Place place, AgentStorage storage) {
        return Integer.parseInt(act(folder, new FetchPlace(to, place, storage), false));
    }

    /** Writes a text file in the workspace folder. */
    public static void write(Folder folder, String file, String text) {
        act(folder, new WriteText(file, text), true);
    }

    private static String act(Folder folder, FileCallable<String> work, boolean writes) {
        FilePath place = folder.find();
        try {
            return Reply.value(place.act(work));
        } catch (InterruptedIOException | InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost(place, e, writes);
        } catch (IOException e) {
            throw lost(place, e, writes);
        }
    }

    private static Unsettled lost(FilePath place, Exception e, boolean writes) {
        return new Unsettled(
                Problem.of(
                        ProblemCode.UNREACHABLE,
                        "the agent with the workspace folder " + place.getRemote() + " did not answer: "
                                + e.getMessage()),
                null,
                writes);
    }
}
