package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where files lie, from an {@code azureml://} address.
 *
 * @param datastore whose container
 * @param path in the container, without a slash at either end
 */
public record ArtifactPlace(String datastore, String path) {
    /** Where the service keeps what jobs leave in {@code outputs/} and log to MLflow. */
    private static final String ARTIFACTS = "workspaceartifactstore";

    private static final Pattern OF_JOB = Pattern.compile("azureml://jobs/([^/]+)/outputs/artifacts/paths/(.*)");
    private static final Pattern OF_DATASTORE = Pattern.compile(
            "azureml://(?:subscriptions/[^/]+/resource[gG]roups/[^/]+/(?:providers/[^/]+/)?workspaces/[^/]+/)?"
                    + "datastores/([^/]+)/paths/(.*)");

    /** The artifacts of a job, below a path. */
    public static ArtifactPlace ofJob(String job, String below) {
        return new ArtifactPlace(ARTIFACTS, trimmed("ExperimentRun/dcid." + job + "/" + below));
    }

    /**
     * Reads an address.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_SUPPORTED for one of another form
     */
    public static ArtifactPlace of(String uri) {
        Matcher job = OF_JOB.matcher(uri);
        if (job.matches()) {
            return ofJob(job.group(1), job.group(2));
        }
        Matcher datastore = OF_DATASTORE.matcher(uri);
        if (datastore.matches()) {
            return new ArtifactPlace(datastore.group(1), trimmed(datastore.group(2)));
        }
        throw Problem.of(
                        ProblemCode.NOT_SUPPORTED,
                        "'" + uri + "' is no address of files in a datastore: expected azureml://jobs/… or"
                                + " azureml://…/datastores/…")
                .asException();
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
