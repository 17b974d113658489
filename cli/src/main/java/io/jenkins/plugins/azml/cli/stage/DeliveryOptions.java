package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.call.Delivery;
import io.jenkins.plugins.azml.engine.git.GitFacts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model is delivered by which file. */
@SuppressWarnings("NullAway.Init")
final class DeliveryOptions {
    @Parameters(paramLabel = "DEPLOYMENT", description = "The deployment's YAML (managed online).")
    private Path file;

    @Option(names = "--model", paramLabel = "NAME:VERSION", description = "The model version, in place of the file's.")
    private @Nullable String model;

    @Option(names = "--endpoint", paramLabel = "NAME", description = "The endpoint, in place of the file's.")
    private @Nullable String endpoint;

    @Option(
            names = "--endpoint-file",
            paramLabel = "FILE",
            description = "The endpoint's YAML: it is made by it where there is none.")
    private @Nullable Path endpointFile;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the file, for example instance_count=2; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    /** The files of the call. */
    List<Path> files() {
        return endpointFile == null ? List.of(file) : List.of(file, endpointFile);
    }

    /** @param place where the model is */
    Delivery delivery(Azml azml, Place place) {
        String commit = GitFacts.of(file, azml.shell().environment()).commit();
        return new Delivery(
                file.toString(),
                chosen(azml, place).toString(),
                endpoint,
                endpointFile == null ? null : endpointFile.toString(),
                set,
                Objects.requireNonNullElse(commit, ""));
    }

    private AssetVersion chosen(Azml azml, Place place) {
        return model == null
                ? new ModelChoice(file, set).in(() -> azml.connections().workspace(place))
                : AssetVersion.of(model);
    }
}
