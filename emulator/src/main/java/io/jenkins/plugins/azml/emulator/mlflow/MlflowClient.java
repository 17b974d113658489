package io.jenkins.plugins.azml.emulator.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.Headers;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Speaks to the MLflow server on behalf of one of its workspaces at a time. */
final class MlflowClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    MlflowClient(URI server) {
        this.server = server;
    }

    /** Hands a request on as it came, but for the headers: who asks and for which workspace is ours to say. */
    Reply forward(String workspace, Request request) {
        String query = request.query().entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&", request.query().isEmpty() ? "" : "?", ""));
        var outgoing = HttpRequest.newBuilder(URI.create(server + request.path() + query))
                .timeout(PATIENCE)
                .header("X-MLFLOW-WORKSPACE", workspace)
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.header("Content-Type").ifPresent(type -> outgoing.header("Content-Type", type));
        HttpResponse<byte[]> answer = send(outgoing.build());
        String type = answer.headers().firstValue("Content-Type").orElse("application/json");
        return Reply.bytes(answer.statusCode(), type, answer.body());
    }

    Reply get(String workspace, String path, Map<String, String> query) {
        return forward(workspace, new Request("GET", path, query, Headers.none(), new byte[0]));
    }

    Reply post(String workspace, String path, ObjectNode body) {
        Headers json = Headers.none().with("Content-Type", "application/json");
        return forward(workspace, new Request("POST", path, Map.of(), json, Json.bytes(body)));
    }

    /** The body of an answer that has to be a success. */
    static JsonNode body(Reply reply) {
        if (reply.status() / 100 != 2) {
            throw failure("the MLflow server answered " + reply.status() + ": " + reply.bodyText(), null);
        }
        try {
            return Json.read(reply.body());
        } catch (JsonProcessingException damaged) {
            throw failure("the MLflow server answered something that is not JSON", damaged);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw failure("the MLflow server does not answer " + request.uri().getPath(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure("interrupted while the MLflow server was asked", interrupted);
        }
    }

    private static UncheckedIOException failure(String message, @Nullable Exception cause) {
        return new UncheckedIOException(new IOException(message, cause));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
