package io.jenkins.plugins.azml.plugin.run;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.FileStateStore;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.StateStore;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The runs of one build, a folder each below {@code azml} in the build's own: call, state, outcome. */
public final class BuildRuns {
    private static final String CALL = "call.json";
    private static final String OUTCOME = "outcome.json";

    private final FileStateStore states;

    /** @param build the build's folder */
    public BuildRuns(File build) {
        this.states = new FileStateStore(build.toPath().resolve("azml"));
    }

    StateStore states() {
        return states;
    }

    /** Whether a turn of the run may have been taken. */
    public boolean hasBegun(RunId run) {
        return states.load(run).isPresent();
    }

    /** Saved before anything is sent: a run without it has never begun. */
    public void save(RunId run, SavedCall call) {
        write(run, CALL, call);
    }

    void save(RunId run, Outcome outcome) {
        write(run, OUTCOME, outcome);
    }

    /** The call of a run, if it has begun. */
    public Optional<SavedCall> call(RunId run) {
        return read(run, CALL, SavedCall.class);
    }

    /** How a run ended, if it has. */
    public Optional<Outcome> outcome(RunId run) {
        return read(run, OUTCOME, Outcome.class);
    }

    /** Where the stage of a run stands, if it has begun. */
    public Optional<Envelope> state(RunId run) {
        return states.load(run);
    }

    private void write(RunId run, String name, Record record) {
        Path file = states.folder(run).resolve(name);
        try {
            Files.createDirectories(states.folder(run));
            Path whole = file.resolveSibling(name + ".new");
            Files.write(whole, Json.write(RecordJson.write(record)).getBytes(StandardCharsets.UTF_8));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw disk("write", file, e);
        }
    }

    private <T> Optional<T> read(RunId run, String name, Class<T> type) {
        Path file = states.folder(run).resolve(name);
        try {
            return Optional.of(RecordJson.read(JsonObject.read(Files.readAllBytes(file)), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonException e) {
            throw Problem.of(ProblemCode.STATE_UNREADABLE, "the file " + file + " is unreadable: " + e.getMessage())
                    .asException();
        } catch (IOException e) {
            throw disk("read", file, e);
        }
    }

    private static ProblemException disk(String verb, Path file, IOException e) {
        return new ProblemException(
                Problem.of(ProblemCode.LOCAL_DISK, "could not " + verb + " " + file + ": " + e.getMessage()), e);
    }
}
