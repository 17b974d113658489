package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.cli.jenkinsfile.BuiltBranch;
import io.jenkins.plugins.azml.runner.Answers;
import java.util.List;

/** What may happen to a change on its way: one build of its job after the other. */
public enum Flow {
    PULL_REQUEST("a pull request", Build.of(7)),
    SUPERSEDED("a second push", Build.of(7).thenStopped(), Build.of(7).with("3.0")),
    FORK("a fork's pull request", Build.of(9).ofStranger()),
    APPROVED("main with an approval", Build.ofMain()),
    HELD("a refused gate", Build.ofMain().worse()),
    REFUSED("a refused approval", Build.ofMain().answered(Answers.REFUSE)),
    TIMED_OUT("an approval that times out", Build.ofMain().answered(Answers.WAIT)),
    ROLLED_BACK("a failing test after deployment", Build.ofMain().failingInProduction()),
    ABORTED("an abort", Build.ofMain().thenStopped()),
    REUSED("a reused result", Build.of(7).with("4.0"), Build.of(7).with("4.0"));

    private final String words;
    private final List<Build> builds;

    Flow(String words, Build... builds) {
        this.words = words;
        this.builds = List.of(builds);
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

        static Build of(int request) {
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
