package io.jenkins.plugins.azml.engine.gate;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A rule that a metric must pass. A kind of gate is a record that judges itself; a new kind needs nothing else.
 *
 * <p>A metric that is missing or not finite blocks every kind of gate, whatever else is so.
 */
public sealed interface Gate permits Gate.Minimum, Gate.Maximum, Gate.Champion {
    String metric();

    /** What the gate asks for, for people: {@code at least 0.3}. */
    String rule();

    /** Whether the gate decides without a champion. */
    boolean isAbsolute();

    /** Judges a figure that is known to be there. */
    GateResult judge(BigDecimal figure, Comparison comparison);

    /** Judges the candidate. */
    default GateResult assess(Comparison comparison) {
        Evaluation candidate = comparison.candidate();
        return candidate
                .figure(metric())
                .map(figure -> judge(figure, comparison))
                .orElseGet(() -> new GateResult(this, null, null, Outcome.BLOCKED, candidate.lacks(metric())));
    }

    /** The metric is at least a limit. */
    record Minimum(String metric, BigDecimal least) implements Gate {
        @Override
        public String rule() {
            return "at least " + least;
        }

        @Override
        public boolean isAbsolute() {
            return true;
        }

        @Override
        public GateResult judge(BigDecimal figure, Comparison comparison) {
            return GateResult.ofLimit(this, figure, least, Direction.HIGHER);
        }
    }

    /** The metric is at most a limit. */
    record Maximum(String metric, BigDecimal most) implements Gate {
        @Override
        public String rule() {
            return "at most " + most;
        }

        @Override
        public boolean isAbsolute() {
            return true;
        }

        @Override
        public GateResult judge(BigDecimal figure, Comparison comparison) {
            return GateResult.ofLimit(this, figure, most, Direction.LOWER);
        }
    }

    /**
     * The metric is not worse than the champion's. A difference of at most the tolerance, either way, counts as none.
     *
     * @param tolerance in the metric's own unit, zero or more
     */
    record Champion(String metric, Direction direction, BigDecimal tolerance) implements Gate {
        @Override
        public String rule() {
            String worse = direction == Direction.HIGHER ? "lower" : "higher";
            return "not " + worse + " than the champion's, tolerance " + tolerance;
        }

        @Override
        public boolean isAbsolute() {
            return false;
        }

        @Override
        public GateResult judge(BigDecimal figure, Comparison comparison) {
            Evaluation champion = comparison.champion();
            if (champion == null) {
                return new GateResult(this, figure, null, Outcome.NOT_COMPARED, "there is no champion to compare with");
            }
            if (comparison.isChampionItself()) {
                return new GateResult(this, figure, figure, Outcome.EQUAL, "the candidate is the champion itself");
            }
            Optional<String> obstacle = comparison.obstacle();
            if (obstacle.isPresent()) {
                return new GateResult(this, figure, null, Outcome.BLOCKED, obstacle.get());
            }
            return champion.figure(metric)
                    .map(reference -> compare(figure, reference))
                    .orElseGet(() -> new GateResult(
                            this, figure, null, Outcome.BLOCKED, "the champion's figure: " + champion.lacks(metric)));
        }

        private GateResult compare(BigDecimal figure, BigDecimal reference) {
            BigDecimal advantage = direction.advantage(figure, reference);
            return advantage.abs().compareTo(tolerance) <= 0
                    ? GateResult.equal(this, figure, reference)
                    : GateResult.unequal(this, figure, reference, advantage.signum() > 0);
        }
    }
}
