package io.jenkins.plugins.azml.scenarios.simulation;

import static io.jenkins.plugins.azml.scenarios.simulation.CallKind.ACTION;
import static io.jenkins.plugins.azml.scenarios.simulation.CallKind.ASK;
import static io.jenkins.plugins.azml.scenarios.simulation.CallKind.BLOB_READ;
import static io.jenkins.plugins.azml.scenarios.simulation.CallKind.BLOB_WRITE;
import static io.jenkins.plugins.azml.scenarios.simulation.CallKind.READ;
import static io.jenkins.plugins.azml.scenarios.simulation.CallKind.SCORE;
import static io.jenkins.plugins.azml.scenarios.simulation.CallKind.WRITE;

import io.jenkins.plugins.azml.emulator.faults.Effect;
import io.jenkins.plugins.azml.emulator.faults.Effects;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Delivery;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The catalogue of what the network and the service do to a call, and which calls each fits. */
enum Fault implements Mishap {
    /** Before the work: the connection is reset. */
    REFUSE(Effects.refuse(), EnumSet.allOf(CallKind.class)),
    /** After the work: the answer is lost. */
    LOSE(Effects.lose(), EnumSet.allOf(CallKind.class)),
    TWICE(Effects.twice(), EnumSet.of(WRITE, ACTION, ASK, BLOB_WRITE, SCORE)),
    /** No answer; the request arrives behind its repetition. */
    LATE(Effects.late(Duration.ofSeconds(20)), EnumSet.of(WRITE, ACTION, BLOB_WRITE)),
    MALFORMED(Effects.malformed(), EnumSet.of(READ, WRITE, ACTION, ASK, SCORE)),
    EMPTY_OBJECT(Effects.answerAfter(Reply.ok(Json.object())), EnumSet.of(READ, WRITE, ASK)),
    EMPTY_BODY(Effects.answerAfter(Reply.empty(200)), EnumSet.of(READ, WRITE, ASK, SCORE)),
    UNKNOWN_STATUS(unknownStatus(), EnumSet.of(READ)),
    STALE_1(Effects.stale(), EnumSet.of(READ)),
    STALE_2(Effects.stale(), EnumSet.of(READ)),
    STALE_3(Effects.stale(), EnumSet.of(READ)),
    STALE_4(Effects.stale(), EnumSet.of(READ)),
    STALE_5(Effects.stale(), EnumSet.of(READ)),
    UNAUTHORIZED(Effects.unauthorized(), EnumSet.of(READ, WRITE, ACTION, ASK)),
    THROTTLED(Effects.throttle(Optional.empty()), EnumSet.allOf(CallKind.class)),
    THROTTLED_0(Effects.throttle(Optional.of("0")), EnumSet.allOf(CallKind.class)),
    THROTTLED_NEGATIVE(Effects.throttle(Optional.of("-5")), EnumSet.allOf(CallKind.class)),
    THROTTLED_SECONDS(Effects.throttle(Optional.of("45")), EnumSet.allOf(CallKind.class)),
    THROTTLED_DATE(Effects.throttle(Optional.of("Thu, 01 Jan 2026 01:00:00 GMT")), EnumSet.allOf(CallKind.class)),
    THROTTLED_MILLISECONDS(throttledMilliseconds(), EnumSet.allOf(CallKind.class)),
    THROTTLED_HUGE(Effects.throttle(Optional.of("1000000000")), EnumSet.allOf(CallKind.class)),
    UNAVAILABLE(Effects.unavailable(), EnumSet.allOf(CallKind.class)),
    /** After the work: 500. */
    FAILED_AFTER(
            Effects.answerAfter(new ArmError(500, "InternalServerError", "Something went wrong.").reply()),
            EnumSet.of(WRITE, ACTION, ASK, BLOB_WRITE)),
    RESET(Effects.deliver(new Delivery.Reset(5)), EnumSet.allOf(CallKind.class)),
    TRUNCATE(Effects.deliver(new Delivery.Truncated(5)), EnumSet.of(READ, WRITE, ACTION, ASK, SCORE, BLOB_READ)),
    SILENT(Effects.deliver(new Delivery.Silent()), EnumSet.allOf(CallKind.class)),
    SLOW(Effects.deliver(new Delivery.Slow()), EnumSet.allOf(CallKind.class)),
    /** After the work: a page for people with status 200. */
    HTML(Effects.html(), EnumSet.of(READ, WRITE, ACTION, ASK, SCORE)),
    JSON_AS_TEXT(Effects.header("Content-Type", "text/plain"), EnumSet.of(READ, WRITE, ACTION, ASK, SCORE));

    private final Effect effect;
    private final Set<CallKind> fitting;

    Fault(Effect effect, Set<CallKind> fitting) {
        this.effect = effect;
        this.fitting = fitting;
    }

    /** A fault of the emulator that meets the very next request. */
    io.jenkins.plugins.azml.emulator.faults.Fault once() {
        return new io.jenkins.plugins.azml.emulator.faults.Fault(
                Optional.empty(), Optional.empty(), Optional.empty(), 0, 1, name(), effect);
    }

    boolean fits(CallKind kind) {
        return fitting.contains(kind);
    }

    /** How many deliveries in a row it strikes. */
    int length() {
        return switch (this) {
            case STALE_2 -> 2;
            case STALE_3 -> 3;
            case STALE_4 -> 4;
            case STALE_5 -> 5;
            default -> 1;
        };
    }

    /** Whether it does not ask for a longer pause than a host's patience. */
    boolean passesSoon() {
        return this != THROTTLED_HUGE && this != THROTTLED_DATE;
    }

    /** Whether the stage may take the answer for the model's own, and fail for it. */
    boolean mayFail(CallKind kind) {
        return kind == SCORE;
    }

    private static Effect unknownStatus() {
        return Effects.reword(Set.of("/properties/status", "/properties/provisioningState", "/status"), "Dreaming");
    }

    private static Effect throttledMilliseconds() {
        return Effects.answer(new ArmError(429, "TooManyRequests", "The request was throttled.")
                .reply()
                .with("x-ms-retry-after-ms", "2500"));
    }
}
