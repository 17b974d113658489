package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds a run to the invariants, over what was sent, what lies on disk, what was shown and what Azure holds. */
final class Verdicts {
    private static final int MOST_BYTES = 2048;
    private static final List<String> SECRETS = List.of("sig=", "Bearer ", "key of ");

    private static final Pattern ENDPOINT = Pattern.compile(".*/onlineEndpoints/[^/]+");

    private final World world;
    private final Set<Check> excused = EnumSet.noneOf(Check.class);
    private final List<Violation> violations = new ArrayList<>();
    private boolean refusedCount = true;

    Verdicts(World world) {
        this.world = world;
    }

    /** The same without these checks. */
    Verdicts excusing(Set<Check> checks) {
        excused.addAll(checks);
        return this;
    }

    /** A write that the service refused is none: for runs that old answers have misled. */
    Verdicts withoutRefused() {
        refusedCount = false;
        return this;
    }

    List<Violation> violations() {
        return violations;
    }

    /** What holds for every run, also for one whose end is not known. */
    void always(Subject<?, ?> subject) {
        checkWrites();
        checkRetryAfter();
        checkStates(subject);
        checkSecrets();
        checkTraffic(subject);
    }

    /** Where a stage moves traffic at all, an endpoint is written in the states for it alone. */
    private void checkTraffic(Subject<?, ?> subject) {
        world.network().sent().stream()
                .filter(sent -> sent.method().equals("PUT")
                        && ENDPOINT.matcher(sent.path()).matches())
                .filter(sent -> !subject.trafficStates().isEmpty()
                        && !subject.trafficStates().contains(sent.state()))
                .findFirst()
                .ifPresent(sent -> add(Check.TRAFFIC, "written in state " + sent.state()));
    }

    /** What holds for a run that must end as the clean one did. */
    void asClean(Learned clean, Outcome outcome) {
        if (!outcome.text().equals(clean.result())) {
            add(Check.RESULT, "is " + outcome.text() + "\n  expected " + clean.result());
        }
        EndState end = EndState.of(world.emulator());
        if (!end.equals(clean.end())) {
            add(Check.END_STATE, end.difference(clean.end()));
        }
        Set<String> foreign = written(sent -> refusedCount || isDone(sent));
        foreign.removeAll(clean.mutations());
        if (!foreign.isEmpty()) {
            add(Check.ONE_OBJECT_A_NAME, "writes that the clean run does not know: " + foreign);
        }
    }

    /** Each line once and in order; what a dead host took with it is missing, and the next one says that it goes on. */
    void logs(Learned clean, boolean died) {
        List<String> lines = logLines(world);
        List<String> left = new ArrayList<>(clean.logLines());
        for (String line : lines) {
            int at = left.indexOf(line);
            if (at < 0) {
                add(Check.LOG_LINES, "twice, out of order, or unknown: " + line);
                return;
            }
            left.subList(0, at + 1).clear();
        }
        boolean told = world.told().stream()
                .anyMatch(event -> event instanceof Event.Note note
                        && (note.text().contains("could not be read")
                                || note.text().contains("its log cannot be shown")));
        if (!died && !told && lines.size() != clean.logLines().size()) {
            add(Check.LOG_LINES, "lost: shown are " + lines);
        }
    }

    static List<String> logLines(World world) {
        return world.told().stream()
                .filter(Event.LogLine.class::isInstance)
                .map(event -> ((Event.LogLine) event).text())
                .toList();
    }

    Set<String> mutations() {
        return written(sent -> true);
    }

    private Set<String> written(Predicate<Sent> which) {
        return world.network().sent().stream()
                .filter(sent -> sent.kind().mutates())
                .filter(which)
                .map(sent -> sent.key() + " " + sent.bodyHash())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether any write has been done. */
    boolean hasWritten() {
        return !written(this::isDone).isEmpty();
    }

    private boolean isDone(Sent sent) {
        return world.emulator().ledger().stream()
                .anyMatch(entry ->
                        entry.resource().equals(sent.path()) && entry.bodyHash().equals(sent.bodyHash()));
    }

    private void checkWrites() {
        Map<Long, Set<String>> byGeneration = new HashMap<>();
        world.network().sent().stream()
                .filter(sent -> sent.kind().mutates())
                .forEach(sent -> byGeneration
                        .computeIfAbsent(sent.generation(), generation -> new HashSet<>())
                        .add(sent.key() + " " + sent.bodyHash()));
        byGeneration.values().stream()
                .filter(writes -> writes.size() > 1)
                .findFirst()
                .ifPresent(writes -> add(Check.ONE_WRITE_A_SAVE, String.valueOf(writes)));
    }

    private void checkRetryAfter() {
        Map<String, Instant> paused = new HashMap<>();
        for (Sent sent : world.network().sent()) {
            String scope = sent.life() + " " + sent.kind().scope();
            Instant until = paused.getOrDefault(scope, Instant.MIN);
            if (sent.at().isBefore(until)) {
                add(Check.RETRY_AFTER, sent.key() + " at " + sent.at() + ", not wanted before " + until);
                return;
            }
            if (sent.notBefore() != null) {
                paused.put(scope, sent.notBefore());
            }
        }
    }

    private void checkStates(Subject<?, ?> subject) {
        long last = -1;
        for (byte[] bytes : world.disk().ever()) {
            Envelope envelope = Envelope.read(bytes);
            if (!envelope.schema().startsWith(subject.codec().stage() + "/")) {
                continue;
            }
            if (envelope.generation() <= last) {
                add(Check.GENERATION, envelope.generation() + " was saved after " + last);
            }
            last = envelope.generation();
            if (bytes.length > MOST_BYTES) {
                add(Check.STATE_SIZE, envelope.state() + " has " + bytes.length + " bytes");
            }
            checkRoundTrip(subject, envelope);
        }
    }

    private <S> void checkRoundTrip(Subject<S, ?> subject, Envelope envelope) {
        S state = subject.codec().open(envelope);
        Envelope again = Envelope.read(subject.codec()
                .seal(state, envelope.generation(), envelope.writtenBy(), envelope.problem())
                .toBytes());
        if (!again.equals(envelope) || !subject.codec().open(again).equals(state)) {
            add(Check.ROUND_TRIP, envelope + "\n  became " + again);
        }
    }

    private void checkSecrets() {
        String shown = world.told() + "\n"
                + world.disk().ever().stream()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n"));
        SECRETS.stream().filter(shown::contains).forEach(secret -> add(Check.SECRET, secret));
    }

    private void add(Check check, String what) {
        if (!excused.contains(check)) {
            violations.add(new Violation(check, what));
        }
    }
}
