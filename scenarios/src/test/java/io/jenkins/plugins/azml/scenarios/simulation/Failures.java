package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.List;
import java.util.stream.Collectors;

/** Plans that broke something, each made as small as it gets, with the command that replays it. */
final class Failures {
    private static final int SHOWN = 10;

    private Failures() {}

    static String words(Simulator<?, ?> simulator, List<Simulator.Report> reports) {
        return reports.stream()
                .filter(report -> !report.violations().isEmpty())
                .limit(SHOWN)
                .map(report -> words(shrunk(simulator, report)))
                .collect(Collectors.joining("\n"));
    }

    /** Leaves out strikes as long as something still breaks. */
    static Simulator.Report shrunk(Simulator<?, ?> simulator, Simulator.Report failed) {
        return failed.plan().smaller().stream()
                .map(plan -> simulator.run(plan, Sabotage.NONE))
                .filter(report -> !report.violations().isEmpty())
                .findFirst()
                .map(smaller -> shrunk(simulator, smaller))
                .orElse(failed);
    }

    private static String words(Simulator.Report report) {
        return report.plan() + "  " + report.violations() + "\n  replay: mvn -B -pl scenarios -am verify"
                + " -Dtest=PlansScenario -Dsurefire.failIfNoSpecifiedTests=false -Dreplay=" + report.plan();
    }
}
