package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.engine.rest.Body;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.scenarios.memory.EmulatorTransport;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What lies between the engine and Azure: notes every request, and lets a script strike it. */
final class Network implements Transport {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final InMemoryEmulator emulator;
    private final Transport azure;
    private final Supplier<Optional<Envelope>> saved;
    private Speaker speaker;
    private final List<Sent> sent = new ArrayList<>();
    private Script script = (kind, key) -> {};
    private int lives;

    /** Called before each request; may add faults, or let the host die. */
    @FunctionalInterface
    interface Script {
        void before(CallKind kind, String key);
    }

    /** @param saved the run's state as it lies on disk */
    Network(InMemoryEmulator emulator, Supplier<Optional<Envelope>> saved) {
        this.emulator = emulator;
        this.azure = new EmulatorTransport(emulator);
        this.saved = saved;
        this.speaker = new Speaker(0, saved);
    }

    void script(Script other) {
        script = other;
    }

    /** Who sends the next requests: which life of a host, and the state that it goes by. */
    record Speaker(int life, Supplier<Optional<Envelope>> seen) {}

    /** A host starts, and goes by what lies on disk. Its number, from 1. */
    int newLife() {
        speaker = new Speaker(++lives, saved);
        return lives;
    }

    Speaker speaker() {
        return speaker;
    }

    void speaksFor(int life, Supplier<Optional<Envelope>> seen) {
        speaker = new Speaker(life, seen);
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public Response send(Request request) throws IOException {
        CallKind kind = CallKind.of(request);
        Optional<Envelope> state = speaker.seen().get();
        int life = speaker.life();
        script.before(kind, request.method() + " " + request.url().getRawPath());
        Instant at = emulator.clock().instant();
        try {
            Response response = azure.send(request);
            note(request, kind, new By(life, state), at, response.status(), notBefore(response));
            return response;
        } catch (IOException e) {
            note(request, kind, new By(life, state), at, 0, null);
            throw e;
        }
    }

    /** Who sent a request, and in which state. */
    private record By(int life, Optional<Envelope> state) {}

    private void note(Request request, CallKind kind, By by, Instant at, int status, @Nullable Instant notBefore)
            throws IOException {
        sent.add(new Sent(
                by.life(),
                by.state().map(Envelope::generation).orElse(-1L),
                by.state().map(Envelope::state).orElse(""),
                kind,
                request.method(),
                request.url().getRawPath(),
                kind.mutates() ? hash(request.body()) : "",
                at,
                status,
                notBefore));
    }

    private @Nullable Instant notBefore(Response response) {
        if (response.status() != 429) {
            return null;
        }
        Instant now = emulator.clock().instant();
        String milliseconds = response.headers().get("x-ms-retry-after-ms").orElse("");
        if (!milliseconds.isEmpty()) {
            return now.plusMillis(Long.parseLong(milliseconds));
        }
        return response.headers()
                .get("Retry-After")
                .map(text -> asked(text, now))
                .map(pause -> now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause))
                .orElse(null);
    }

    private static Duration asked(String text, Instant now) {
        return text.matches("-?\\d+")
                ? Duration.ofSeconds(Long.parseLong(text))
                : Duration.between(
                        now,
                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
    }

    private static String hash(Body body) throws IOException {
        try (InputStream bytes = body.open()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
