package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.call.Called;
import io.jenkins.plugins.azml.engine.call.Calls;
import io.jenkins.plugins.azml.engine.call.EvaluateCall;
import io.jenkins.plugins.azml.engine.call.RegisterCall;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.call.StageCall;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.turn.FileStateStore;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The runs of the stand-in, which outlive the runner: call, files as they were, state. */
final class StandInRuns {
    private static final String CALL = "call.json";
    private static final String RESULT = "result.json";

    private final TwinAzure azure;
    private final FileStateStore states;

    StandInRuns(TwinAzure azure, Path folder) {
        this.azure = azure;
        this.states = new FileStateStore(folder);
    }

    /**
     * What a run was called with.
     *
     * @param files what they said
     */
    record Saved(String stage, String call, Map<String, String> workspaces, Map<String, String> files, String folder) {}

    TwinAzure azure() {
        return azure;
    }

    FileStateStore states() {
        return states;
    }

    boolean knows(RunId run) {
        return Files.exists(states.folder(run).resolve(CALL));
    }

    void begin(RunId run, StageCall<?, ?> call, StandInCalls given) {
        write(
                run,
                CALL,
                Json.write(RecordJson.write(new Saved(
                        Calls.stage(call),
                        Json.write(RecordJson.write((Record) call)),
                        given.workspaces(),
                        given.texts(),
                        given.folder().toString()))));
    }

    void ended(RunId run, Map<String, ?> result) {
        write(run, RESULT, Json.write(result));
    }

    Saved saved(RunId run) {
        return RecordJson.read(read(run, CALL), Saved.class);
    }

    Called<?, ?> called(RunId run) {
        Saved saved = saved(run);
        return Calls.read(saved.stage(), JsonObject.read(saved.call())).in(new Place(run, saved));
    }

    /** The registration of what an evaluation has judged. */
    RegisterCall judged(String evaluation, String file) {
        RunId run = new RunId(evaluation);
        EvaluateCall judged = RecordJson.read(JsonObject.read(saved(run).call()), EvaluateCall.class);
        return new RegisterCall(file, judged.job(), "model", read(run, RESULT).needString("verdict"));
    }

    private JsonObject read(RunId run, String name) {
        try {
            return JsonObject.read(Files.readString(states.folder(run).resolve(name)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(RunId run, String name, String text) {
        try {
            Files.createDirectories(states.folder(run));
            Files.writeString(states.folder(run).resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private final class Place implements Scene {
        private final RunId run;
        private final Saved saved;

        Place(RunId run, Saved saved) {
            this.run = run;
            this.saved = saved;
        }

        @Override
        public RunId run() {
            return run;
        }

        @Override
        public Path path(String file) {
            return Path.of(saved.folder()).resolve(file);
        }

        @Override
        public String text(String file) {
            return saved.files().get(file);
        }

        @Override
        public boolean hasBegun() {
            return states.load(run).isPresent();
        }

        @Override
        public Optional<Workspace> findWorkspace(String role) {
            return Optional.ofNullable(saved.workspaces().get(role)).map(azure::workspace);
        }

        @Override
        public Hosts scoringHosts(String role) {
            return azure.connection().cloud().scoringHosts();
        }
    }
}
