package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.git.GitFacts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

    @Option(
            names = "--model",
            paramLabel = "NAME:VERSION",
            required = true,
            description = "The model version, in place of the file's.")
    private String model;

    @Option(names = "--endpoint", paramLabel = "NAME", description = "The endpoint, in place of the file's.")
    private @Nullable String endpoint;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the file, for example instance_count=2; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    Path file() {
        return file;
    }

    Delivery delivery(Azml azml) {
        String commit = GitFacts.of(file, azml.shell().environment()).commit();
        return new Delivery(
                file.toString(),
                AssetVersion.of(model).toString(),
                endpoint,
                set,
                Objects.requireNonNullElse(commit, ""));
    }
}
