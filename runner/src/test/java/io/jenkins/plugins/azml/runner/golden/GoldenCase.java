package io.jenkins.plugins.azml.runner.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One recorded Jenkinsfile: how it was run and what came out. */
record GoldenCase(String name, Path folder, JsonNode run) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<GoldenCase> all() {
        try (Stream<Path> folders =
                Files.list(Path.of(Objects.requireNonNull(GoldenCase.class.getResource("/jenkins-runs"))
                        .toURI()))) {
            List<GoldenCase> cases = new ArrayList<>();
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                cases.add(new GoldenCase(
                        folder.getFileName().toString(),
                        folder,
                        JSON.readTree(folder.resolve("run.json").toFile())));
            }
            return cases;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    Path jenkinsfile() {
        return folder.resolve("Jenkinsfile");
    }

    List<Expected> builds() {
        List<Expected> builds = new ArrayList<>();
        run.path("builds").forEach(build -> builds.add(new Expected(folder, build)));
        return builds;
    }

    boolean restarts() {
        return run.toString().contains("restartController");
    }

    @Override
    public String toString() {
        return name;
    }

    /** One build of a case. */
    record Expected(Path folder, JsonNode build) {
        Map<String, String> parameters() {
            Map<String, String> parameters = new TreeMap<>();
            build.path("parameters")
                    .properties()
                    .forEach(field ->
                            parameters.put(field.getKey(), field.getValue().asText()));
            return parameters;
        }

        boolean refused() {
            return build.path("expected").path("trigger").asText().equals("refused");
        }

        String result() {
            return build.path("expected").path("result").asText();
        }

        Map<String, Long> artifacts() {
            Map<String, Long> artifacts = new TreeMap<>();
            build.path("expected")
                    .path("artifacts")
                    .properties()
                    .forEach(field ->
                            artifacts.put(field.getKey(), field.getValue().asLong()));
            return artifacts;
        }

        JsonNode stages() {
            return build.path("expected").path("stages");
        }

        String console() {
            try {
                return Files.readString(
                        folder.resolve(build.path("expected").path("console").asText()));
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        /** The ranges of lines that may come in any order, 1-based and inclusive. */
        List<int[]> freeOrder() {
            List<int[]> ranges = new ArrayList<>();
            build.path("expected")
                    .path("orderMayVary")
                    .forEach(range -> ranges.add(new int[] {
                        range.path("from").asInt(), range.path("to").asInt()
                    }));
            return ranges;
        }

        JsonNode actions() {
            return build.path("actions");
        }
    }
}
