package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs of a workspace (REST: Jobs - Create Or Update, Get, List, Cancel). */
public final class Jobs {
    private final Workspace workspace;

    Jobs(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A job as it stands.
     *
     * @param studioUrl where people look at it; empty if the service gave none
     */
    public record Job(
            String name,
            JobStatus status,
            String experiment,
            Map<String, String> tags,
            Map<String, String> properties,
            String studioUrl,
            JsonObject definition) {}

    /**
     * A page of jobs.
     *
     * @param next the address of the next page, or empty on the last
     */
    public record Page(List<Job> jobs, Optional<URI> next) {}

    /** Submits a job under a name of ours; the same body again changes nothing. */
    public Job put(String name, Map<String, ?> body) {
        return workspace.send(
                Call.put("submit job '" + name + "'", one(name), body).yielding(Jobs::job));
    }

    public Optional<Job> find(String name) {
        return workspace.find(Call.get("read job '" + name + "'", one(name)).yielding(Jobs::job));
    }

    /**
     * A job that has completed.
     *
     * @param purpose what wants it, for the message: {@code "evaluated"}
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_FOUND or JOB_FAILED
     * @throws Unsettled if it has not ended, as far as this read can tell: it may be older than the job's end
     */
    public Job completed(String name, String purpose) {
        Job job = find(name)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.NOT_FOUND,
                                "there is no job '" + name + "' in workspace '" + workspace.id() + "'")
                        .asException());
        if (job.status() == JobStatus.COMPLETED) {
            return job;
        }
        Problem notCompleted = Problem.of(
                ProblemCode.JOB_FAILED,
                "job '" + name + "' is " + job.status().wire() + ": only a completed job can be " + purpose);
        throw job.status().terminal() ? notCompleted.asException() : new Unsettled(notCompleted, null, false);
    }

    /** Asks for the job's end; it ends some time later. */
    public void cancel(String name) {
        workspace.send(Call.post("cancel job '" + name + "'", workspace.url("/jobs/{}/cancel", name), Map.of()));
    }

    /** The first page of the jobs that carry a tag. */
    public Page list(String tag) {
        return page(workspace.url("/jobs?listViewType=ActiveOnly&tag={}", tag));
    }

    /** A further page, at the address that the one before it gave. */
    public Page page(URI address) {
        return workspace.send(Call.get("list jobs", address).yielding(Jobs::page));
    }

    private static Page page(JsonObject page) {
        return new Page(page.needObjects("value").stream().map(Jobs::job).toList(), page.address("nextLink"));
    }

    private URI one(String name) {
        return workspace.url("/jobs/{}", name);
    }

    private static Job job(JsonObject json) {
        JsonObject properties = json.need("properties");
        return new Job(
                json.needString("name"),
                JobStatus.of(properties.string("status").orElse("")),
                properties.string("experimentName").orElse(""),
                properties.texts("tags"),
                properties.texts("properties"),
                properties.string("services", "Studio", "endpoint").orElse(""),
                properties);
    }
}
