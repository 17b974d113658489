package io.jenkins.plugins.azml.plugin.step;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Which build has a run: the step's own, or the one that a handle names. */
final class RunOwner {
    private static final Pattern NAMED = Pattern.compile("(?:(?<job>[^#]{1,1000})#)?(?<number>[1-9][0-9]{0,8})");

    private RunOwner() {}

    /** How a handle names a build. */
    static String name(Run<?, ?> build) {
        return build.getParent().getFullName() + "#" + build.getNumber();
    }

    /**
     * The build, as the one who asks may see it.
     *
     * @param named by a handle, or null for the step's own
     * @throws ProblemException RUN_NOT_FOUND if there is no such build, or whoever asks may not see its job
     */
    static Run<?, ?> find(@Nullable String named, String run, Run<?, ?> own) {
        if (named == null) {
            return own;
        }
        Matcher parts = NAMED.matcher(named);
        if (!parts.matches()) {
            throw Given.problem("a handle names its build as JOB#NUMBER; this one has '" + named + "'");
        }
        Run<?, ?> build = number(job(parts.group("job"), own), Integer.parseInt(parts.group("number")));
        if (build == null) {
            throw Problem.of(
                            ProblemCode.RUN_NOT_FOUND,
                            "there is no build " + named + " any longer that you may see, which had run '" + run + "'")
                    .asException();
        }
        return build;
    }

    private static @Nullable Run<?, ?> number(@Nullable Job<?, ?> job, int number) {
        return job == null ? null : job.getBuildByNumber(number);
    }

    private static @Nullable Job<?, ?> job(@Nullable String name, Run<?, ?> own) {
        return name == null || name.equals(own.getParent().getFullName()) ? own.getParent() : visible(name);
    }

    private static @Nullable Job<?, ?> visible(String name) {
        try {
            return Jenkins.get().getItemByFullName(name, Job.class);
        } catch (AccessDeniedException discoveredAlone) {
            return null;
        }
    }
}
