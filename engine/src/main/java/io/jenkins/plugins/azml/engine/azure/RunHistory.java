package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.rest.ServiceError;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The run history of a workspace: a job's logs and why it failed (data plane, {@code /history/v1.0}). */
public final class RunHistory {
    /** The first log of rank 0, as the official client chooses it. */
    private static final Pattern FIRST_LOG = Pattern.compile("user_logs/std_log\\D{0,40}0{0,10}(?:_ps)?\\.txt");

    private final Workspace workspace;

    RunHistory(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What the run history says of a job.
     *
     * @param logs path to address; an address is a grant and is never shown or saved
     * @param error one line, or empty
     */
    public record Details(JobStatus status, Map<String, URI> logs, Optional<String> error, List<String> warnings) {

        /** The log that people want to read: standard output of the first process. */
        public Optional<URI> mainLog() {
            return logs.entrySet().stream()
                    .filter(log -> FIRST_LOG.matcher(log.getKey()).matches())
                    .min(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue);
        }
    }

    /** The details of a job, or empty while the run history does not know it yet. */
    public Optional<Details> details(String job) {
        URI url = Url.of(base() + "/history/v1.0" + workspace.id().path(), "/runs/{}/details?api-version=v1.0", job);
        return workspace.find(
                Call.get("read the details of job '" + job + "'", url).yielding(RunHistory::details));
    }

    private static Details details(JsonObject json) {
        Map<String, URI> logs = new LinkedHashMap<>();
        json.texts("logFiles").keySet().forEach(path -> logs.put(path, json.needAddress("logFiles", path)));
        return new Details(
                JobStatus.of(json.needString("status")),
                logs,
                json.object("error", "error")
                        .or(() -> json.object("error"))
                        .map(error -> ServiceError.of(0, error).message()),
                json.objects("warnings").stream()
                        .flatMap(warning -> warning.string("message").stream())
                        .map(message -> Redaction.line(message, 300))
                        .toList());
    }

    /** The data plane's address, from the tracking URI: the discovery service would cost one more request. */
    private String base() {
        String trackingUri = workspace.facts().trackingUri();
        if (!trackingUri.startsWith("azureml://")) {
            throw noDataPlane(trackingUri);
        }
        return "https://" + URI.create(trackingUri).getRawAuthority();
    }

    private ProblemException noDataPlane(String trackingUri) {
        return Problem.of(
                        ProblemCode.UNREADABLE_ANSWER,
                        "workspace '" + workspace.id().name() + "' names no data plane: its tracking URI is '"
                                + Redaction.line(trackingUri, 200) + "', expected azureml://…")
                .asException();
    }
}
