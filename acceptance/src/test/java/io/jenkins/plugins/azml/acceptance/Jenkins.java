package io.jenkins.plugins.azml.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;

/** A running Jenkins, as one of its users sees it. */
final class Jenkins {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(ANSWER)
            .build();
    private final URI url;
    private final String authorization;

    Jenkins(URI url, String user, String token) {
        this.url = url;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((user + ':' + token).getBytes(UTF_8));
    }

    URI url() {
        return url;
    }

    /** @param path below the root, without a slash in front */
    String get(String path) {
        return expect(send(request(path).GET()), 200);
    }

    Answer json(String path) {
        return Answer.of(get(path));
    }

    /** The status alone: what a page says to somebody who may not see it. */
    int status(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody())).statusCode();
    }

    String post(String path) {
        return expect(send(request(path).POST(BodyPublishers.noBody())), 200, 201, 302, 303);
    }

    /** Writes what is there to a file. */
    void download(String path, Path file) {
        try {
            client.send(request(path).GET().build(), BodyHandlers.ofFile(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends YAML to the configuration-as-code plugin. */
    void configure(String yaml) {
        expect(
                send(request("configuration-as-code/apply")
                        .header("Content-Type", "application/x-yaml")
                        .POST(BodyPublishers.ofString(yaml))),
                200);
    }

    void postXml(String path, String xml) {
        expect(send(request(path).header("Content-Type", "application/xml").POST(BodyPublishers.ofString(xml))), 200);
    }

    String postForm(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return expect(
                send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))),
                200,
                302,
                303);
    }

    /** Runs Groovy on the script console, which takes an administrator. */
    String script(String groovy) {
        return postForm("scriptText", Map.of("script", groovy)).strip();
    }

    /** How many executors of all nodes do something. */
    int busyExecutors() {
        return json("computer/api/json?tree=busyExecutors")
                .node()
                .path("busyExecutors")
                .asInt();
    }

    /** Waits until it has started and answers this user. */
    void awaitStart() {
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(500)).until(this::answers);
    }

    private boolean answers() {
        try {
            return status("GET", "api/json") == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWER).header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String expect(HttpResponse<String> answer, int... statuses) {
        for (int status : statuses) {
            if (answer.statusCode() == status) {
                return answer.body();
            }
        }
        throw new AssertionError(answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " "
                + answer.body()
                        .substring(0, Math.min(300, answer.body().length()))
                        .strip());
    }
}
