package io.jenkins.plugins.azml.runner.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A job: a name, the parameters it asks for, and its builds, in a folder of their own. */
public final class Job {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Path folder;

    /** @param folder where the job's builds are kept, each under its number */
    public Job(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    public String name() {
        return name;
    }

    public Path folder(int number) {
        return folder.resolve(Integer.toString(number));
    }

    /** The number that the next build gets. */
    public int nextNumber() {
        return numbers().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    private List<Integer> numbers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(entry -> entry.matches("\\d+"))
                    .map(Integer::valueOf)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The builds before the given number that have ended, the youngest first. */
    public List<BuildRecord> before(int number) {
        List<BuildRecord> records = new ArrayList<>();
        for (int earlier : numbers()) {
            Path file = folder(earlier).resolve("build.json");
            if (earlier < number && Files.isRegularFile(file)) {
                records.add(read(earlier, file));
            }
        }
        return records;
    }

    /** The builds after the given number that have ended, the oldest first. */
    public List<BuildRecord> after(int number) {
        List<BuildRecord> records = new ArrayList<>(before(Integer.MAX_VALUE));
        records.removeIf(record -> record.number() <= number);
        Collections.reverse(records);
        return records;
    }

    private static BuildRecord read(int number, Path file) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            return new BuildRecord(
                    number,
                    Result.fromString(json.path("result").asText()),
                    json.hasNonNull("description") ? json.get("description").asText() : null,
                    json.path("displayName").asText("#" + number),
                    json.path("started").asLong(),
                    variables(json.path("variables")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the record " + file + " cannot be read", unreadable);
        }
    }

    private static Map<String, String> variables(JsonNode json) {
        Map<String, String> variables = new TreeMap<>();
        json.properties()
                .forEach(each -> variables.put(each.getKey(), each.getValue().asText()));
        return variables;
    }

    /** The parameters that the job asks for, as its last build left them. */
    public List<ParameterDefinition> parameters() {
        Path file = folder.resolve("job.json");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            List<ParameterDefinition> definitions = new ArrayList<>();
            for (JsonNode json : JSON.readTree(file.toFile()).path("parameters")) {
                List<String> choices = new ArrayList<>();
                json.path("choices").forEach(choice -> choices.add(choice.asText()));
                definitions.add(new ParameterDefinition(
                        json.path("name").asText(),
                        json.path("kind").asText(),
                        json.path("default").asText(),
                        choices));
            }
            return definitions;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the file " + file + " cannot be read", unreadable);
        }
    }

    /** Keeps the parameters that the job asks for from now on. */
    public void defineParameters(List<ParameterDefinition> definitions) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode all = json.putArray("parameters");
        for (ParameterDefinition definition : definitions) {
            ObjectNode one = all.addObject();
            one.put("name", definition.name());
            one.put("kind", definition.kind());
            one.put("default", definition.defaultText());
            ArrayNode choices = one.putArray("choices");
            definition.choices().forEach(choices::add);
        }
        try {
            Files.createDirectories(folder);
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(folder.resolve("job.json").toFile(), json);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the job's folder " + folder + " cannot be written", unwritable);
        }
    }
}
