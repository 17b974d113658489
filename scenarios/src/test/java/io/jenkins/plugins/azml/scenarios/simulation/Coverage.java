package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which deaths of the host have met which faults, by stage: what happened, not what was planned. */
final class Coverage {
    private final List<String> rows = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private final Tally faults = new Tally("fault");
    private final Tally positions = new Tally("position");

    /** A death and a fault that a plan lets happen to one call. */
    private record Cell(Mishap.Death death, Fault fault) {}

    void add(Simulator<?, ?> simulator, List<Simulator.Report> reports) {
        Set<Cell> wanted = new HashSet<>();
        for (Fault fault : Fault.values()) {
            if (simulator.clean().calls().stream().anyMatch(call -> fault.fits(call.kind()))) {
                for (Mishap.Death death : Mishap.Death.values()) {
                    wanted.add(new Cell(death, fault));
                }
            }
        }
        Set<Cell> happened = new HashSet<>();
        reports.forEach(report -> {
            happened.addAll(cells(report.happened()));
            tally(simulator, report);
        });
        rows.add(String.format(
                Locale.ROOT,
                "| %-16s | %5d | %5d | %6d | %4d of %4d |",
                simulator.subject().name(),
                simulator.clean().calls().size(),
                simulator.clean().turns(),
                reports.size(),
                wanted.stream().filter(happened::contains).count(),
                wanted.size()));
        wanted.removeAll(happened);
        wanted.forEach(cell -> missing.add(simulator.subject().name() + " " + cell));
    }

    private static Set<Cell> cells(Set<Strike> strikes) {
        Set<Cell> cells = new HashSet<>();
        for (Strike one : strikes) {
            for (Strike other : strikes) {
                if (one.mishap() instanceof Mishap.Death death && other.mishap() instanceof Fault fault) {
                    cells.add(new Cell(death, fault));
                }
            }
        }
        return cells;
    }

    /** The pairs that never happened. */
    Set<String> missing() {
        return missing;
    }

    private void tally(Simulator<?, ?> simulator, Simulator.Report report) {
        for (Strike strike : report.happened()) {
            if (strike.mishap() instanceof Fault fault) {
                String kind =
                        simulator.clean().calls().get(strike.call()).kind().name();
                faults.add(fault.name(), kind);
            } else {
                positions.add(strike.mishap().name(), simulator.subject().name());
            }
        }
    }

    /** Plans by stage, by fault and kind of call, by position and stage. */
    String tables() {
        return "| stage            | calls | turns |  plans | death × fault |\n" + String.join("\n", rows) + "\n\n"
                + faults + "\n" + positions;
    }
}
