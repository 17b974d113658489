package io.jenkins.plugins.azml.engine.git;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where code comes from, each fact as far as it is known.
 *
 * @param repository the remote's address, without credentials
 * @param branch its short name; null on a detached HEAD that no variable names
 * @param commit in hexadecimal digits
 * @param dirty whether the folder differs from the commit
 * @param buildId of the CI system
 * @param buildUri the page of the build
 */
public record GitFacts(
        @Nullable String repository,
        @Nullable String branch,
        @Nullable String commit,
        @Nullable Boolean dirty,
        @Nullable String buildId,
        @Nullable String buildUri) {

    public GitFacts {
        repository = repository == null ? null : SafeUrl.of(repository);
        buildUri = buildUri == null ? null : SafeUrl.of(buildUri);
    }

    /** Nothing is known. */
    public static GitFacts none() {
        return new GitFacts(null, null, null, null, null, null);
    }

    /**
     * What is known of the code in a folder: {@code AZUREML_GIT_…} variables win, then the checkout, then the variables
     * of the CI system.
     */
    public static GitFacts of(Path folder, Map<String, String> environment) {
        return Variables.overrides(environment).or(new Checkout().facts(folder)).or(Variables.ofCi(environment));
    }

    /** These facts, gaps filled from others. */
    public GitFacts or(GitFacts others) {
        return new GitFacts(
                first(repository, others.repository),
                first(branch, others.branch),
                first(commit, others.commit),
                first(dirty, others.dirty),
                first(buildId, others.buildId),
                first(buildUri, others.buildUri));
    }

    /** A job's properties, named as the official client and MLflow name them. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, "mlflow.source.git.repoURL", repository);
        put(properties, "mlflow.source.git.branch", branch);
        put(properties, "mlflow.source.git.commit", commit);
        put(properties, "azureml.git.dirty", dirty == null ? null : dirty ? "True" : "False");
        put(properties, "azureml.git.build_id", buildId);
        put(properties, "azureml.git.build_uri", buildUri);
        return properties;
    }

    private static void put(Map<String, String> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
