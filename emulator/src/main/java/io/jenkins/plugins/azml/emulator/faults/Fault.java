package io.jenkins.plugins.azml.emulator.faults;

import io.jenkins.plugins.azml.emulator.http.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fault and the requests that it meets; what is left empty matches all.
 *
 * @param skip how many of those requests pass before it begins
 * @param times how many it then meets
 * @param name the effect's name, for listings
 */
public record Fault(
        Optional<String> operation,
        Optional<String> method,
        Optional<Pattern> path,
        int skip,
        int times,
        String name,
        Effect effect) {
    /** A fault that meets the next request for the operation. */
    public static Fault next(String operation, String name, Effect effect) {
        return new Fault(Optional.of(operation), Optional.empty(), Optional.empty(), 0, 1, name, effect);
    }

    public Fault skipping(int requests) {
        return new Fault(operation, method, path, requests, times, name, effect);
    }

    public Fault times(int requests) {
        return new Fault(operation, method, path, skip, requests, name, effect);
    }

    boolean matches(String asked, Request request) {
        return operation.map(asked::equals).orElse(true)
                && method.map(request.method()::equals).orElse(true)
                && path.map(pattern -> pattern.matcher(request.path()).find()).orElse(true);
    }
}
