package io.jenkins.plugins.azml.engine.report;

import io.jenkins.plugins.azml.engine.gate.Decision;
import io.jenkins.plugins.azml.engine.gate.GateResult;
import io.jenkins.plugins.azml.engine.gate.Outcome;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Results that belong together, as a test report shows them. */
public record Suite(String name, List<Case> cases) {
    public Suite {
        cases = List.copyOf(cases);
    }

    /** How one case ended. */
    public enum Status {
        PASSED,
        FAILED,
        /** It could not be judged. */
        ERROR,
        SKIPPED
    }

    /**
     * One result.
     *
     * @param messages why it did not pass, one line each; or what is worth saying of one that did
     */
    public record Case(String name, Status status, List<String> messages, Duration time) {
        public Case {
            messages = List.copyOf(messages);
        }
    }

    /** A verdict as a suite: one case a gate, and one for the verdict itself. */
    public static Suite of(Verdict verdict) {
        Stream<Case> gates = verdict.gates().stream().map(Suite::of);
        Case whole = new Case("verdict", status(verdict.decision()), List.of(verdict.reason()), Duration.ZERO);
        return new Suite(
                "gates for " + verdict.comparison().candidate().model(),
                Stream.concat(gates, Stream.of(whole)).toList());
    }

    private static Status status(Decision decision) {
        return switch (decision) {
            case BETTER, EQUAL -> Status.PASSED;
            case WORSE -> Status.FAILED;
            case BLOCKED -> Status.ERROR;
        };
    }

    private static Case of(GateResult result) {
        String name = result.gate().metric() + " " + result.gate().rule();
        return new Case(name, status(result.outcome()), List.of(result.reason()), Duration.ZERO);
    }

    private static Status status(Outcome outcome) {
        return switch (outcome) {
            case PASSED, BETTER, EQUAL -> Status.PASSED;
            case FAILED, WORSE -> Status.FAILED;
            case BLOCKED -> Status.ERROR;
            case NOT_COMPARED -> Status.SKIPPED;
        };
    }

    public boolean passed() {
        return count(Status.FAILED) == 0 && count(Status.ERROR) == 0;
    }

    public long count(Status status) {
        return cases.stream().filter(result -> result.status() == status).count();
    }

    Duration time() {
        return cases.stream().map(Case::time).reduce(Duration.ZERO, Duration::plus);
    }
}
