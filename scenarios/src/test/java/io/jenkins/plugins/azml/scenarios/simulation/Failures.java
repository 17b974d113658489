package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans that broke something, each made as small as it gets, with the command that replays it. */
final class Failures {
    static final int SHOWN = 10;

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

    /** Leaves out moves as long as something still breaks. */
    static Play.Played shrunk(Function<Program, Play.Played> play, Play.Played failed) {
        return failed.program().smaller().stream()
                .map(play)
                .filter(Play.Played::failed)
                .findFirst()
                .map(smaller -> shrunk(play, smaller))
                .orElse(failed);
    }

    static String words(Play.Played played) {
        return words("ProgramsScenario", played.program(), played.violations());
    }

    private static String words(String scenario, Object what, List<Violation> violations) {
        return what + "  " + violations + "\n  replay: mvn -B -pl scenarios -am verify -Dtest=" + scenario
                + " -Dsurefire.failIfNoSpecifiedTests=false '-Dreplay=" + what + "'";
    }

    private static String words(Simulator.Report report) {
        return words("PlansScenario", report.plan(), report.violations());
    }
}
