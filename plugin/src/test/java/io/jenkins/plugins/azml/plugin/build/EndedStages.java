package io.jenkins.plugins.azml.plugin.build;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.azml.engine.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The stages of a build that have ended, as their runs have left them in its folder. */
public final class EndedStages {
    private final StagesAction action = new StagesAction();
    private final Path folder;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public EndedStages(Path folder) {
        this.folder = folder;
        Run<?, ?> build = mock(Run.class);
        when(((Run) build).getParent()).thenReturn(mock(Job.class));
        when(build.getRootDir()).thenReturn(folder.toFile());
        when(build.getNumber()).thenReturn(7);
        action.onAttached(build);
    }

    public StagesAction action() {
        return action;
    }

    public EndedStages add(String run, String stage, String status, Map<String, ?> result) throws IOException {
        Path place = Files.createDirectories(folder.resolve("azml").resolve(run));
        Files.writeString(
                place.resolve("outcome.json"),
                Json.write(Map.of(
                        "status",
                        status,
                        "ended",
                        "2026-11-25T01:00:00Z",
                        "result",
                        Json.write(result),
                        "problems",
                        List.of())));
        action.begin(new StageEntry(run, stage, "12", "dev", 1_700_000_000_000L));
        action.move(run, status, 1_700_000_061_000L);
        return this;
    }
}
