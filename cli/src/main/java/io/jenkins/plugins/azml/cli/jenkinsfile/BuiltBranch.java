package io.jenkins.plugins.azml.cli.jenkinsfile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a build is made of, as a multibranch job tells it.
 *
 * @param name the branch, or null where the job knows none
 * @param pullRequest its number, or null
 * @param target the branch that the pull request asks to change
 * @param fork whether it comes from a fork
 */
public record BuiltBranch(@Nullable String name, @Nullable Integer pullRequest, String target, boolean fork) {
    private static final String MAIN = "main";

    /** The main branch. */
    public static BuiltBranch main() {
        return new BuiltBranch(MAIN, null, MAIN, false);
    }

    /** A pull request that asks to change the main branch. */
    public static BuiltBranch pullRequest(int number) {
        return new BuiltBranch(null, number, MAIN, false);
    }

    /** The option of {@code azml run} that names it. */
    public String option() {
        if (pullRequest != null) {
            return " --pull-request " + pullRequest;
        }
        return name == null ? "" : " --branch " + name;
    }

    /** The variables of its builds. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (pullRequest != null) {
            variables.put("BRANCH_NAME", "PR-" + pullRequest);
            variables.put("CHANGE_ID", pullRequest.toString());
            variables.put("CHANGE_TARGET", target);
            variables.put("CHANGE_BRANCH", name == null ? "change" : name);
            if (fork) {
                variables.put("CHANGE_FORK", "fork");
            }
        } else if (name != null) {
            variables.put("BRANCH_NAME", name);
            variables.put("BRANCH_IS_PRIMARY", Boolean.toString(name.equals(MAIN)));
        }
        return variables;
    }
}
