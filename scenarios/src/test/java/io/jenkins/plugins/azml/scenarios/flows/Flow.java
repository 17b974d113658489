package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.cli.jenkinsfile.BuiltBranch;
import io.jenkins.plugins.azml.runner.Answers;
import java.util.List;

/** What may happen to a change on its way: one build of its job after the other. */
public enum Flow {
    PULL_REQUEST("a pull request", "SUCCESS", "Completed", 1, Build.of(7)),
    SUPERSEDED(
            "a second push",
            "ABORTED SUCCESS",
            "Canceled Completed",
            1,
            Build.of(7).thenStopped(),
            Build.of(7).with("3.0")),
    FORK("a fork's pull request", "SUCCESS", "", 1, Build.of(9).ofStranger()),
    APPROVED("main with an approval", "SUCCESS", "Completed", 2, Build.ofMain()),
    HELD("a refused gate", "UNSTABLE", "Completed", 1, Build.ofMain().worse()),
    REFUSED("a refused approval", "ABORTED", "Completed", 1, Build.ofMain().answered(Answers.REFUSE)),
    TIMED_OUT(
            "an approval that times out",
            "ABORTED",
            "Completed",
            1,
            Build.ofMain().answered(Answers.WAIT)),
    ROLLED_BACK(
            "a failing test after deployment",
            "FAILURE",
            "Completed",
            1,
            Build.ofMain().failingInProduction()),
    ABORTED("an abort", "ABORTED", "Canceled", 1, Build.ofMain().thenStopped()),
    REUSED(
            "a reused result",
            "SUCCESS SUCCESS",
            "Completed",
            1,
            Build.of(7).with("4.0"),
            Build.of(7).with("4.0"));

    private final String words;
    private final List<String> outcome;
    private final List<Build> builds;

    /**
     * @param results of the builds
     * @param jobs how those end that it submits where the model's first version serves
     * @param serving the version that serves in the end
     */
    Flow(String words, String results, String jobs, int serving, Build... builds) {
        this.words = words;
        this.outcome = List.of(results, ("Completed " + jobs).strip(), "100% diabetes:" + serving);
        this.builds = List.of(builds);
    }

    /** What {@link End#outcome} tells in the end. */
    List<String> outcome() {
        return outcome;
    }

    public List<Build> builds() {
        return builds;
    }

    @Override
    public String toString() {
        return words;
    }

    /**
     * One build.
     *
     * @param request the pull request's number, or 0 for the main branch
     * @param alpha the parameter that it trains with
     * @param stopped whether somebody aborts it while its job trains
     * @param rmse of what it trains
     * @param failing whether production answers wrongly as soon as it has the traffic
     */
    public record Build(
            int request,
            boolean stranger,
            String alpha,
            Answers answers,
            boolean stopped,
            double rmse,
            boolean failing) {
        /** What the model in production was trained with. */
        static final String KNOWN = "1.0";

        public static Build of(int request) {
            return new Build(request, false, "2.0", Answers.APPROVE, false, 54.0, false);
        }

        static Build ofMain() {
            return of(0);
        }

        Build ofStranger() {
            return new Build(request, true, alpha, answers, stopped, rmse, failing);
        }

        Build with(String other) {
            return new Build(request, stranger, other, answers, stopped, rmse, failing);
        }

        Build answered(Answers other) {
            return new Build(request, stranger, alpha, other, stopped, rmse, failing);
        }

        Build thenStopped() {
            return new Build(request, stranger, alpha, answers, true, rmse, failing);
        }

        Build worse() {
            return new Build(request, stranger, alpha, answers, stopped, 70.0, failing);
        }

        Build failingInProduction() {
            return new Build(request, stranger, alpha, answers, stopped, rmse, true);
        }

        /** What it is made of, as {@code azml run} is told. */
        public BuiltBranch branch() {
            return request == 0 ? BuiltBranch.main() : new BuiltBranch(null, request, "main", stranger);
        }
    }
}
