package io.jenkins.plugins.azml.engine.rest;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One request to Azure and what to make of the answer.
 *
 * @param doing what the user would call it, for messages: {@code "read job 'x'"}
 * @param auth who the request speaks as
 * @param accepted the statuses that {@code decoder} understands; any other is a problem
 * @param deadline how long connecting, and each read, may take
 */
public record Call<T>(
        String doing,
        String method,
        URI url,
        Auth auth,
        Map<String, String> headers,
        Body body,
        Set<Integer> accepted,
        Duration deadline,
        Decoder<T> decoder) {
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    /** Who a request speaks as. */
    public enum Auth {
        /** Nobody: the address itself is a grant (a SAS), or the headers carry a key. */
        NONE,
        /** The workspace's credential, by a bearer token; refused for hosts that are not listed. */
        TOKEN
    }

    /** Reads an accepted answer. */
    @FunctionalInterface
    public interface Decoder<T> {
        T decode(Answer answer) throws IOException;
    }

    /**
     * An accepted answer.
     *
     * @param body read by the decoder, closed by the pipeline
     * @param sent what the request carried, to be hidden in whatever of the answer is shown
     */
    public record Answer(int status, Headers headers, java.io.InputStream body, Supplier<Secrets> sent) {
        private static final int LARGEST = 16 << 20;

        /** The body as a JSON object; an empty body is an empty object, one of more than 16 MiB is not read. */
        public JsonObject json() throws IOException {
            byte[] text = body.readNBytes(LARGEST + 1);
            if (text.length > LARGEST) {
                throw new JsonException("it is larger than 16 MiB");
            }
            return text.length == 0 ? JsonObject.empty() : JsonObject.read(text);
        }
    }

    public static Call<JsonObject> get(String doing, URI url) {
        return of(doing, "GET", url, Set.of(200));
    }

    public static Call<JsonObject> put(String doing, URI url, Object json) {
        return of(doing, "PUT", url, Set.of(200, 201)).sending(json);
    }

    public static Call<JsonObject> post(String doing, URI url, Object json) {
        return of(doing, "POST", url, Set.of(200, 201, 202)).sending(json);
    }

    public static Call<JsonObject> delete(String doing, URI url) {
        return of(doing, "DELETE", url, Set.of(200, 202, 204));
    }

    public static Call<JsonObject> of(String doing, String method, URI url, Set<Integer> accepted) {
        return new Call<>(
                doing, method, url, Auth.TOKEN, Map.of(), Body.none(), accepted, USUAL_DEADLINE, Answer::json);
    }

    /** Whether the request only looks. What is not a look may have happened when its answer is lost. */
    public boolean looksOnly() {
        return method.equals("GET") || method.equals("HEAD");
    }

    public Call<T> sending(Object json) {
        return with("Content-Type", "application/json").sendingBody(Body.of(Json.bytes(json)));
    }

    public Call<T> sendingBody(Body content) {
        return new Call<>(doing, method, url, auth, headers, content, accepted, deadline, decoder);
    }

    public Call<T> with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call<>(doing, method, url, auth, more, body, accepted, deadline, decoder);
    }

    public Call<T> as(Auth who) {
        return new Call<>(doing, method, url, who, headers, body, accepted, deadline, decoder);
    }

    public Call<T> within(Duration limit) {
        return new Call<>(doing, method, url, auth, headers, body, accepted, limit, decoder);
    }

    public Call<T> accepting(Integer... statuses) {
        return new Call<>(doing, method, url, auth, headers, body, Set.of(statuses), deadline, decoder);
    }

    /** Reads the answer's JSON; a member that {@code reader} needs and misses makes the answer an unreadable one. */
    public <U> Call<U> yielding(Function<JsonObject, U> reader) {
        return reading(answer -> reader.apply(answer.json()));
    }

    public <U> Call<U> reading(Decoder<U> other) {
        return new Call<>(doing, method, url, auth, headers, body, accepted, deadline, other);
    }
}
