package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.turn.Envelope;
import java.util.EnumSet;
import java.util.Set;

/** What is not held against the engine, because it cannot know better; docs/simulation.md gives the reasons. */
record Excuses(Program program, World world, Outcome outcome, Set<Weather.Struck> struck) {
    /** How a stage ends whose deadline has passed, that for what it wrote and cannot see among them. */
    private static final Set<String> TOO_LATE = Set.of("TIMED_OUT", "NOT_FOUND", "DEPLOYMENT_FAILED");

    /** Whether the run may end otherwise than the clean one. */
    boolean anyEnd() {
        return program.does(Move.What.CANCEL)
                || (!outcome.good() && (isRefusedUnwritten() || mayFail() || isOutOfTime()));
    }

    private boolean isRefusedUnwritten() {
        return isMisled() && !new Verdicts(world).hasWritten();
    }

    private boolean mayFail() {
        return struck.stream().anyMatch(each -> each.fault().mayFail(each.kind()));
    }

    private boolean isOutOfTime() {
        return (losesTime() || program.does(Move.What.RESTORE)) && TOO_LATE.contains(outcome.text());
    }

    /** Time that passed without a look counts for a deadline, and the look after it may be an old one. */
    private boolean losesTime() {
        return program.does(Move.What.PAUSE)
                || program.does(Move.What.CLOCK_JUMP)
                || outcome.givenUp() > 0
                || struck.stream().anyMatch(each -> !each.fault().passesSoon());
    }

    /** Old answers may let a run try what the service then refuses. */
    boolean isMisled() {
        return struck.stream().anyMatch(Weather.Struck::isOld);
    }

    /**
     * An older state does not know what it had begun; a host whose clock is ahead does not wait for another one's
     * request that is still under way; whoever runs out of time while cleaning up says what is left.
     */
    boolean mayLeaveWork() {
        return program.does(Move.What.RESTORE)
                || (program.does(Move.What.CLOCK_JUMP) && struck.stream().anyMatch(each -> each.fault() == Fault.LATE))
                || isReported();
    }

    private boolean isReported() {
        return world.disk()
                .load(World.RUN)
                .map(Envelope::problem)
                .filter(problem -> problem.what().contains("remove it by hand")
                        || problem.what().contains("could NOT be moved back"))
                .isPresent();
    }

    /** An older state counts anew, writes anew and shows anew; a host whose clock is wrong takes dates for what they say. */
    Set<Check> checks() {
        Set<Check> excused = EnumSet.noneOf(Check.class);
        if (program.does(Move.What.RESTORE)) {
            excused.addAll(EnumSet.of(Check.GENERATION, Check.ONE_WRITE_A_SAVE, Check.LOG_LINES));
        }
        if (program.does(Move.What.RESTORE) && losesTime()) {
            excused.addAll(EnumSet.of(Check.END_STATE, Check.ONE_OBJECT_A_NAME));
        }
        if (program.does(Move.What.CLOCK_JUMP)) {
            excused.add(Check.RETRY_AFTER);
        }
        if (isHidden()) {
            excused.addAll(EnumSet.of(Check.END_STATE, Check.ONE_OBJECT_A_NAME));
        }
        return excused;
    }

    /** An environment that neither its own read nor its list shows is copied again, and loses the tags that it had. */
    private boolean isHidden() {
        return struck.stream()
                        .filter(Weather.Struck::isOld)
                        .map(Weather.Struck::call)
                        .filter(call -> call.contains("/environments/"))
                        .distinct()
                        .count()
                > 1;
    }
}
