package io.jenkins.plugins.azml.emulator.mlflow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A path below the root of all artifacts, as the MLflow server makes them up for runs and for logged models.
 *
 * @param owner the id of the run or of the model
 * @param rest the path below the owner's artifacts, empty for all
 */
record ArtifactPath(boolean isModel, String owner, String rest) {
    private static final int PARTS_BEFORE_OWNER = 3;

    /** Reads {@code workspaces/W/E/RUN/artifacts/…} or {@code workspaces/W/E/models/MODEL/artifacts/…}. */
    static Optional<ArtifactPath> parse(String workspace, String path) {
        List<String> parts = Arrays.stream(path.split("/", -1)).toList();
        boolean unsafe = parts.stream().anyMatch(part -> part.equals("..") || part.equals(".") || part.contains("\\"));
        if (unsafe
                || parts.size() < PARTS_BEFORE_OWNER + 2
                || !parts.get(0).equals("workspaces")
                || !parts.get(1).equals(workspace)) {
            return Optional.empty();
        }
        boolean isModel = parts.get(PARTS_BEFORE_OWNER).equals("models");
        List<String> owned = parts.subList(PARTS_BEFORE_OWNER + (isModel ? 1 : 0), parts.size());
        if (owned.size() < 2 || !owned.get(1).equals("artifacts")) {
            return Optional.empty();
        }
        return Optional.of(new ArtifactPath(isModel, owned.get(0), String.join("/", owned.subList(2, owned.size()))));
    }
}
