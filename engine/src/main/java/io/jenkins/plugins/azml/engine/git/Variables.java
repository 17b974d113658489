package io.jenkins.plugins.azml.engine.git;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Facts from environment variables: the official client's overrides, and what Jenkins and its git plugin set. */
final class Variables {
    private static final int LONGEST = 1024;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");
    private static final Pattern REMOTE = Pattern.compile("^(refs/heads/|refs/remotes/origin/|origin/)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Set<String> NO_BRANCH = Set.of("HEAD", "detached");

    private final Map<String, String> environment;

    private Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    static GitFacts overrides(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        String dirty = variables.first("AZUREML_GIT_DIRTY");
        return new GitFacts(
                variables.first("AZUREML_GIT_REPOSITORY_URI"),
                variables.first("AZUREML_GIT_BRANCH"),
                variables.first("AZUREML_GIT_COMMIT"),
                dirty == null ? null : Set.of("true", "1").contains(dirty.toLowerCase(Locale.ROOT)),
                variables.first("AZUREML_GIT_BUILD_ID"),
                variables.first("AZUREML_GIT_BUILD_URI"));
    }

    static GitFacts ofCi(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        String commit = variables.first("GIT_COMMIT");
        return new GitFacts(
                // With more than one remote the git plugin numbers them.
                variables.first("GIT_URL", "GIT_URL_1"),
                // In a pull request's build BRANCH_NAME is "PR-7"; CHANGE_BRANCH is the branch that it is made of.
                branch(variables.first("CHANGE_BRANCH", "BRANCH_NAME", "GIT_BRANCH")),
                commit != null && COMMIT.matcher(commit).matches() ? commit : null,
                null,
                variables.first("BUILD_ID"),
                variables.first("BUILD_URL"));
    }

    private static @Nullable String branch(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String name = REMOTE.matcher(value).replaceFirst("");
        return NO_BRANCH.contains(name) ? null : name;
    }

    private @Nullable String first(String... names) {
        for (String name : names) {
            String value = CONTROL.matcher(environment.getOrDefault(name, ""))
                    .replaceAll("")
                    .strip();
            if (!value.isEmpty() && value.length() <= LONGEST) {
                return value;
            }
        }
        return null;
    }
}
