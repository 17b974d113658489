package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.jenkinsfile.BuiltBranch;
import io.jenkins.plugins.azml.runner.RunResult;
import java.util.ArrayList;
import java.util.List;

/** A change that reaches production, and one that a gate refuses. */
final class Story {
    private final Repository repository;
    private final Builds builds;
    private final List<DemoBuild> done = new ArrayList<>();

    Story(Repository repository, Builds builds) {
        this.repository = repository;
        this.builds = builds;
    }

    /** Ends with the first build that does not go as it should. */
    ExitCode tell() {
        if (!add("pull request 1", BuiltBranch.pullRequest(1)).succeeded()
                || !add("main", BuiltBranch.main()).succeeded()) {
            return ending();
        }
        repository.change("azml/job.yml", "alpha: 1.0", "alpha: 300", "Smooth the model");
        return add("pull request 2", BuiltBranch.pullRequest(2)).isRefused() ? ExitCode.DONE : ending();
    }

    private DemoBuild add(String what, BuiltBranch branch) {
        DemoBuild build = builds.build(what, repository, branch);
        done.add(build);
        return build;
    }

    private ExitCode ending() {
        RunResult last = done.get(done.size() - 1).run();
        return last.exitCode() == ExitCode.CANCELLED.status() ? ExitCode.CANCELLED : ExitCode.FAILED;
    }

    boolean isAsExpected() {
        return done.size() == 3 && done.get(2).isRefused();
    }

    List<DemoBuild> done() {
        return List.copyOf(done);
    }
}
