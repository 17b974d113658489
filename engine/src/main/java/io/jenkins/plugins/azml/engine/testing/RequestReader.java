package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.spec.schema.MappingReader;
import io.jenkins.plugins.azml.engine.spec.schema.PlainJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the request of a test in a file; bodies are read from beside that file. */
record RequestReader(Path testsFile) {
    private static final int LARGEST_BODY = 1 << 20;
    private static final List<String> METHODS = List.of("POST", "GET", "PUT", "DELETE");
    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*+");

    Optional<EndpointTest.Request> read(MappingReader test) {
        return test.mapping("request", "json", "file", "method", "path").map(this::request);
    }

    private EndpointTest.Request request(MappingReader request) {
        String method = request.text("method").orElse("POST");
        if (!METHODS.contains(method)) {
            request.refuseWord("method", method, METHODS);
        }
        if (request.has("json") && request.has("file")) {
            request.refuse(request.where("file"), "a request has 'json' or 'file', not both");
        } else if (method.equals("POST") && !request.has("json") && !request.has("file")) {
            request.refuse(request.where(), "a POST request needs 'json' or 'file'");
        }
        return new EndpointTest.Request(
                method, path(request).orElse(null), body(request).orElse(null));
    }

    private static Optional<String> path(MappingReader request) {
        Optional<String> path = request.text("path");
        if (path.isPresent() && !PATH.matcher(path.get()).matches()) {
            request.refuse(
                    request.where("path"), "'path' must begin with one / and be a path on the endpoint's own host");
        }
        return path;
    }

    private Optional<String> body(MappingReader request) {
        return request.node("json")
                .map(node -> Json.write(PlainJson.of(node)))
                .or(() -> request.text("file").flatMap(file -> content(request, file)));
    }

    private Optional<String> content(MappingReader request, String file) {
        try (InputStream in = Files.newInputStream(testsFile.resolveSibling(file))) {
            byte[] content = in.readNBytes(LARGEST_BODY + 1);
            if (content.length <= LARGEST_BODY) {
                return Optional.of(decode(content));
            }
            request.refuse(request.where("file"), "the file '" + file + "' is larger than 1 MiB");
        } catch (CharacterCodingException e) {
            request.refuse(request.where("file"), "the file '" + file + "' is not UTF-8 text");
        } catch (IOException | InvalidPathException e) {
            request.refuse(request.where("file"), "cannot read the file '" + file + "'");
        }
        return Optional.empty();
    }

    private static String decode(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }
}
