package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What happens to one run of a subject; written {@code train:17.LOSE.1+17.BEFORE_SAVE.1}. */
record Plan(String subject, List<Strike> strikes) {

    static Plan clean(String subject) {
        return new Plan(subject, List.of());
    }

    static Plan of(String text) {
        String[] parts = text.split(":", 2);
        return new Plan(
                parts[0],
                parts[1].isEmpty()
                        ? List.of()
                        : Arrays.stream(parts[1].split("\\+")).map(Strike::of).toList());
    }

    boolean cancels() {
        return strikes.stream().anyMatch(strike -> strike.mishap() instanceof Mishap.Cancelling);
    }

    /** Whether all that happens is one fault, soon over: a host sees that through without anybody's help. */
    boolean passesByItself() {
        return strikes.size() == 1 && strikes.get(0).mishap() instanceof Fault fault && fault.passesSoon();
    }

    /** The same plan with one strike less, in every way. */
    List<Plan> smaller() {
        return IntStream.range(0, strikes.size())
                .mapToObj(left -> new Plan(
                        subject,
                        IntStream.range(0, strikes.size())
                                .filter(i -> i != left)
                                .mapToObj(strikes::get)
                                .toList()))
                .toList();
    }

    @Override
    public String toString() {
        return subject + ":" + strikes.stream().map(Strike::toString).collect(Collectors.joining("+"));
    }
}
