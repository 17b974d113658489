package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What happens over a whole run of a subject; written {@code train@2.FAULT.LOSE+3.KILL.BEFORE_SAVE}. */
record Program(String subject, List<Move> moves) {

    static Program of(String text) {
        String[] parts = text.split("@", 2);
        return new Program(
                parts[0],
                parts[1].isEmpty()
                        ? List.of()
                        : Arrays.stream(parts[1].split("\\+")).map(Move::parse).toList());
    }

    boolean does(Move.What what) {
        return moves.stream().anyMatch(move -> move.what() == what);
    }

    /** The moves before that turn. */
    List<Move> at(int turn) {
        return moves.stream().filter(move -> move.turn() == turn).toList();
    }

    /** The turn from which on nothing goes wrong any more. */
    int calm() {
        return moves.stream().mapToInt(Move::turn).max().orElse(-1) + 1;
    }

    /** The first half of its moves, the second half, and the same with one move less, in every way. */
    List<Program> smaller() {
        int half = moves.size() / 2;
        List<List<Move>> less = new ArrayList<>();
        if (half > 0) {
            less.add(moves.subList(0, half));
            less.add(moves.subList(half, moves.size()));
        }
        IntStream.range(0, moves.size()).mapToObj(this::without).forEach(less::add);
        return less.stream().map(left -> new Program(subject, left)).toList();
    }

    private List<Move> without(int left) {
        return IntStream.range(0, moves.size())
                .filter(i -> i != left)
                .mapToObj(moves::get)
                .toList();
    }

    @Override
    public String toString() {
        return subject + "@" + moves.stream().map(Move::toString).collect(Collectors.joining("+"));
    }
}
