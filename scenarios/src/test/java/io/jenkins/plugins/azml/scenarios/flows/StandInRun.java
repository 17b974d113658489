package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.engine.call.Called;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.report.JUnitXml;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A run of the stand-in under way. */
final class StandInRun<S, R> {
    private final RunId run;
    private final StandInRuns runs;
    private final Called<S, R> called;
    private final Advancer<S, R> advancer;
    private final Consumer<String> lines;
    private boolean waits;
    private boolean said;

    /** How a run ended well. */
    record Ended(boolean passed, Map<String, Object> values) {}

    private StandInRun(RunId run, StandInRuns runs, Called<S, R> called, Consumer<String> lines) {
        this.run = run;
        this.runs = runs;
        this.called = called;
        this.lines = lines;
        this.advancer = new Advancer<>(
                called.stage(),
                called.codec(),
                run,
                new Advancer.Surroundings(
                        runs.states(),
                        this::tell,
                        runs.azure().cloud.clock(),
                        RandomGenerator.of("L64X128MixRandom"),
                        "stand-in",
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(15)));
        if (runs.states().load(run).isEmpty()) {
            advancer.begin(called.first());
        }
    }

    static StandInRun<?, ?> of(RunId run, StandInRuns runs, Consumer<String> lines) {
        return of(run, runs, runs.called(run), lines);
    }

    private static <S, R> StandInRun<S, R> of(
            RunId run, StandInRuns runs, Called<S, R> called, Consumer<String> lines) {
        return new StandInRun<>(run, runs, called, lines);
    }

    private void tell(Event event) {
        if (event instanceof Event.Note note) {
            lines.accept(note.text());
        } else if (event instanceof Event.LogLine line) {
            lines.accept(line.text());
        }
    }

    /** Says when its step does nothing but wait. */
    void sayingThatItWaits() {
        waits = true;
    }

    void cancel() {
        advancer.requestCancel();
    }

    boolean handedOver() {
        return advancer.handedOver();
    }

    /** Takes a turn; the time until the next one passes at once. */
    Optional<Ended> turn() {
        Advancer.Step<R> step = advancer.step();
        if (step instanceof Advancer.Step.Ended<R> ended) {
            Called.Result result = called.result().apply(ended.result());
            runs.ended(run, result.values());
            return Optional.of(new Ended(result.passed(), plain(result.values())));
        }
        Duration wait = ((Advancer.Step.Waits<R>) step).until().longest();
        if (waits && handedOver() && !said) {
            said = true;
            lines.accept("Waiting for run " + run);
        }
        runs.azure().pass(wait);
        return Optional.empty();
    }

    /** As a program can keep it. */
    private static Map<String, Object> plain(Map<String, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        JsonObject.read(Json.write(values)).members().forEach(plain::put);
        return plain;
    }

    /** Writes what was judged so far. */
    void report(Path folder, @Nullable String junit, @Nullable String markdown) {
        runs.states()
                .load(run)
                .flatMap(envelope -> called.judged().apply(called.codec().open(envelope)))
                .ifPresent(judged -> {
                    write(folder, junit, JUnitXml.of(List.of(judged.suite())));
                    write(folder, markdown, judged.markdown());
                });
    }

    private static void write(Path folder, @Nullable String file, String text) {
        if (file == null) {
            return;
        }
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
