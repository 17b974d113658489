package io.jenkins.plugins.azml.scenarios.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.emulator.blob.BlobItem;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Azure holds in the end, in lines that can be compared: without times, etags and ids drawn at random. */
record EndState(Set<String> lines) {
    private static final Set<Kind> PASSING = EnumSet.of(Kind.OPERATION, Kind.PENDING_UPLOAD);
    private static final Pattern TIME = Pattern.compile("(?i).*(time|createdAt|modifiedAt|etag|date)$");

    static EndState of(InMemoryEmulator emulator) {
        Set<String> lines = new TreeSet<>();
        emulator.resources().stream()
                .filter(resource -> !PASSING.contains(resource.key().kind()))
                .map(EndState::line)
                .forEach(lines::add);
        Stream.of("dev", "prod")
                .flatMap(workspace -> Stream.of(Cloud.artifacts(workspace), Cloud.blobstore(workspace)))
                .forEach(container -> addBlobs(emulator, container, lines));
        emulator.resources().stream()
                .filter(resource -> resource.key().kind() == Kind.CODE)
                .map(code -> ofCode(code.properties().path("codeUri").asText()))
                .forEach(container -> addBlobs(emulator, container, lines));
        return new EndState(lines);
    }

    /** Code lies in a container of its own: {@code https://host/account/container/folder}. */
    private static Container ofCode(String uri) {
        String[] path = URI.create(uri).getPath().split("/");
        return new Container(path[1], path[2]);
    }

    private static String line(Resource resource) {
        return resource.key().workspace() + "/" + resource.key().kind() + "/"
                + resource.key().name() + " " + Json.text(timeless(resource.body()));
    }

    /** Without times, and with members in the order of their names, as theirs means nothing. */
    private static JsonNode timeless(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Map<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            members.keySet().removeIf(name -> TIME.matcher(name).matches());
            object.removeAll().setAll(members);
        }
        node.forEach(EndState::timeless);
        return node;
    }

    private static void addBlobs(InMemoryEmulator emulator, Container container, Set<String> lines) {
        for (BlobItem blob : emulator.blobs().list(container, "")) {
            byte[] content = emulator.blobs().read(container, blob.name()).orElseThrow();
            lines.add(container.account() + "/" + container.name() + "/" + blob.name() + " " + content.length + " "
                    + Arrays.hashCode(content));
        }
    }

    /** What differs, a few lines of it. */
    String difference(EndState other) {
        StringBuilder text = new StringBuilder();
        lines.stream()
                .filter(line -> !other.lines.contains(line))
                .limit(3)
                .forEach(line -> text.append("\n  is: ").append(line));
        other.lines.stream()
                .filter(line -> !lines.contains(line))
                .limit(3)
                .forEach(line -> text.append("\n  expected: ").append(line));
        return text.toString();
    }
}
