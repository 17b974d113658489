package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.scenarios.simulation.Move.What;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws programs. Each draws its own weather first: which moves and faults happen at all, and how often; then, turn by
 * turn, what happens. The same seed and number give the same program.
 */
final class Programs {
    private static final int[] JUMPS = {-20, 20, 60};
    private static final int[] PAUSES = {1, 30, 180};
    private static final double MOST_OFTEN = 0.25;

    private final List<String> subjects;
    private final long seed;

    Programs(List<String> subjects, long seed) {
        this.subjects = List.copyOf(subjects);
        this.seed = seed;
    }

    /** The program of that number, from 0. Every subject has its turn. */
    Program number(long number) {
        SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + number);
        String subject = subjects.get((int) (number % subjects.size()));
        Map<What, Double> weather = weather(chance);
        List<Fault> faults = someOf(chance);
        int length = 3 + chance.nextInt(40);
        List<Move> moves = new ArrayList<>();
        for (int turn = 0; turn < length; turn++) {
            for (Map.Entry<What, Double> rate : weather.entrySet()) {
                if (chance.nextDouble() < rate.getValue()) {
                    moves.add(move(turn, rate.getKey(), faults, chance));
                }
            }
        }
        return new Program(subject, onceCancelled(moves));
    }

    /** Half of the kinds of moves never happen; the others at rates of their own. */
    private static Map<What, Double> weather(SplittableRandom chance) {
        Map<What, Double> rates = new EnumMap<>(What.class);
        for (What what : What.values()) {
            if (chance.nextBoolean()) {
                rates.put(what, chance.nextDouble() * (what == What.FAULT ? 2 : 1) * MOST_OFTEN);
            }
        }
        return rates;
    }

    private static List<Fault> someOf(SplittableRandom chance) {
        List<Fault> some = new ArrayList<>();
        while (some.isEmpty()) {
            for (Fault fault : Fault.values()) {
                if (chance.nextInt(4) == 0) {
                    some.add(fault);
                }
            }
        }
        return some;
    }

    private static Move move(int turn, What what, List<Fault> faults, SplittableRandom chance) {
        return switch (what) {
            case KILL -> Move.of(turn, what, Mishap.Death.values()[chance.nextInt(Mishap.Death.values().length)]);
            case FAULT -> Move.of(turn, what, faults.get(chance.nextInt(faults.size())));
            case CLOCK_JUMP -> Move.of(turn, what, JUMPS[chance.nextInt(JUMPS.length)]);
            case PAUSE -> Move.of(turn, what, PAUSES[chance.nextInt(PAUSES.length)]);
            case RESTORE -> Move.of(turn, what, 1 + chance.nextInt(3));
            case CANCEL, SECOND_HOST, OVERTAKE -> Move.of(turn, what);
        };
    }

    /** A second request to cancel says nothing new; of two in three programs none is left, so that most see their end. */
    private static List<Move> onceCancelled(List<Move> moves) {
        List<Move> left = new ArrayList<>();
        boolean cancelled = moves.size() % 3 != 0;
        for (Move move : moves) {
            if (move.what() != What.CANCEL) {
                left.add(move);
            } else if (!cancelled) {
                left.add(move);
                cancelled = true;
            }
        }
        return left;
    }
}
