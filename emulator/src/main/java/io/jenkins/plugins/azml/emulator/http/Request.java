package io.jenkins.plugins.azml.emulator.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request, read to its end.
 *
 * @param method in upper case
 * @param path as it was sent: percent-encoded, without the query, beginning with a slash
 * @param query decoded parameters in the order of their names; of a repeated one the first value
 */
@SuppressWarnings("ArrayRecordComponent") // a body is handed on, never compared and never copied
public record Request(String method, String path, Map<String, String> query, Headers headers, byte[] body) {
    public Request {
        query = Map.copyOf(new TreeMap<>(query));
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    public Request withPath(String other) {
        return new Request(method, other, query, headers, body);
    }

    public Request withHeaders(Headers other) {
        return new Request(method, path, query, other, body);
    }

    /** Names the method and the path; the query may hold a signature and is left out. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
