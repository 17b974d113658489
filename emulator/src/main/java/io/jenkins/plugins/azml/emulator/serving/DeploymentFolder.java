package io.jenkins.plugins.azml.emulator.serving;

import io.jenkins.plugins.azml.emulator.blob.BlobFiles;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.process.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one deployment: its model, its code, the server. */
final class DeploymentFolder {
    private static final String SERVER = "scoring_server.py";

    private final Path root;
    private final DeploymentPlan plan;
    private final BlobFiles blobs;

    DeploymentFolder(Path root, DeploymentPlan plan, BlobFiles blobs) {
        this.root = root;
        this.plan = plan;
        this.blobs = blobs;
    }

    Path root() {
        return root;
    }

    Path server() {
        return root.resolve(SERVER);
    }

    Path home() {
        return root.resolve("home");
    }

    /** What {@code AZUREML_MODEL_DIR} names: the model's folder or file lies in it under its own name. */
    Path models() {
        return plan.model()
                .map(model ->
                        root.resolve("azureml-models").resolve(model.name()).resolve(model.version()))
                .orElse(root.resolve("azureml-models"));
    }

    /** The scoring script, when there is one. */
    Optional<Path> script() {
        return plan.script()
                .map(script -> code().resolve(script.scoringScript()).normalize());
    }

    private Path code() {
        return root.resolve("code");
    }

    /** Makes the folder anew and brings model and code. */
    void prepare() throws IOException {
        delete();
        Files.createDirectories(home());
        Files.createDirectories(models());
        try (InputStream in = DeploymentFolder.class.getResourceAsStream(SERVER)) {
            Files.copy(Objects.requireNonNull(in, SERVER), server(), StandardCopyOption.REPLACE_EXISTING);
        }
        if (plan.model().isPresent()) {
            bringModel(plan.model().get());
        }
        if (plan.script().isPresent()) {
            bringCode(plan.script().get());
        }
    }

    private void bringModel(DeploymentPlan.Model model) throws IOException {
        BlobLocation location = model.location();
        Path place = models().resolve(location.path().substring(location.path().lastIndexOf('/') + 1));
        if (blobs.fetchFolder(location, place) == 0) {
            Files.delete(place);
            if (!blobs.fetchFile(location, place)) {
                throw new IOException("model '" + model.name() + ":" + model.version() + "' has no content at '"
                        + location.path() + "'");
            }
        }
    }

    private void bringCode(DeploymentPlan.Script script) throws IOException {
        blobs.fetchFolder(script.code(), code());
        Path file = code().resolve(script.scoringScript()).normalize();
        if (!file.startsWith(code()) || !Files.isRegularFile(file)) {
            throw new IOException("the code has no scoring script '" + script.scoringScript() + "'");
        }
    }

    /** The model's own list of packages, when it is an MLflow model. */
    Optional<Path> modelFile(String name) throws IOException {
        try (Stream<Path> files = Files.walk(models())) {
            return files.filter(file -> file.endsWith(name)).findFirst();
        }
    }

    void delete() throws IOException {
        Folders.delete(root);
    }
}
