package io.jenkins.plugins.azml.engine.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A long-running operation of ARM, as a value that can be saved between two polls.
 *
 * @param url where its progress is asked for
 * @param pace how long to wait before asking
 * @param silences how many answers in a row told nothing
 */
public record Operation(URI url, Kind kind, Duration pace, int silences) {
    private static final Duration USUAL_PACE = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PACE = Duration.ofSeconds(1);
    private static final int LONGEST_SAVED = 500;
    private static final Duration LONGEST_PACE = Duration.ofMinutes(10);

    /** How progress is told. */
    public enum Kind {
        /** {@code Azure-AsyncOperation}: the body has a {@code status}. */
        STATUS,
        /** {@code Location}: 202 while it lasts, then the result. */
        LOCATION
    }

    /**
     * The operation that an answer to a write started, or empty if it started none: then the resource's own
     * provisioning state tells.
     *
     * @param request what was written to; a relative address is meant from there
     */
    public static Optional<Operation> of(int status, Headers headers, URI request, Instant now) {
        Duration pace = pace(headers, USUAL_PACE, now);
        return address(headers, "Azure-AsyncOperation", request)
                .map(url -> new Operation(url, Kind.STATUS, pace, 0))
                // With any other status, Location names the resource.
                .or(() -> address(headers, "Location", request)
                        .filter(url -> status == 202)
                        .map(url -> new Operation(url, Kind.LOCATION, pace, 0)));
    }

    /**
     * Whether its address is fit for a saved state: ARM signs the addresses of some operations, at more than a kilobyte,
     * and a signature is a grant. Then the resource's own state has to tell.
     */
    public boolean maybeSaved() {
        String query = url.getRawQuery() == null ? "" : "&" + url.getRawQuery();
        return url.toString().length() <= LONGEST_SAVED && !query.contains("&s=") && !query.contains("&sig=");
    }

    /** The same operation after an answer that told something: its newest address and pace. */
    Operation after(Headers headers, Instant now) {
        String header = kind == Kind.STATUS ? "Azure-AsyncOperation" : "Location";
        return new Operation(address(headers, header, url).orElse(url), kind, pace(headers, pace, now), 0);
    }

    /** The same operation after an answer that told nothing. */
    Operation afterSilence(Headers headers, Instant now) {
        return new Operation(url, kind, pace(headers, pace, now), silences + 1);
    }

    private static Optional<URI> address(Headers headers, String name, URI base) {
        return headers.get(name).filter(text -> !text.isBlank()).flatMap(text -> {
            try {
                return Optional.of(base.resolve(new URI(text.strip()))).filter(url -> url.getHost() != null);
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        });
    }

    private static Duration pace(Headers headers, Duration otherwise, Instant now) {
        Duration asked = RetryAfter.of(headers, now).orElse(otherwise);
        Duration slow = asked.compareTo(SHORTEST_PACE) < 0 ? SHORTEST_PACE : asked;
        return slow.compareTo(LONGEST_PACE) > 0 ? LONGEST_PACE : slow;
    }
}
