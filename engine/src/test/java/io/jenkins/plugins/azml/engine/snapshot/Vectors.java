package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Folders, and what the official client (azure-ai-ml 1.35.2) made of them; recorded, never edited. */
final class Vectors {
    private Vectors() {}

    static JsonObject read(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream(name)) {
            return JsonObject.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path build(JsonObject vector, Path root) throws IOException {
        Files.createDirectories(root);
        for (String folder : vector.strings("folders")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (Map.Entry<String, String> file : vector.texts("files").entrySet()) {
            Files.createDirectories(root.resolve(file.getKey()).getParent());
            Files.writeString(root.resolve(file.getKey()), file.getValue());
        }
        for (String name : vector.in("repeated").members().keySet()) {
            List<?> textAndCount = vector.items("repeated", name);
            String text = textAndCount
                    .get(0)
                    .toString()
                    .repeat(Integer.parseInt(textAndCount.get(1).toString()));
            Files.writeString(root.resolve(name), text);
        }
        for (Map.Entry<String, String> link : vector.texts("links").entrySet()) {
            Files.createSymbolicLink(root.resolve(link.getKey()), Path.of(link.getValue()));
        }
        return root;
    }
}
