package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says in the user's words why a job was refused, by looking at what it names: only after a refusal, so that a good
 * submission costs no request for it.
 */
final class Diagnosis {
    private final Workspace workspace;

    Diagnosis(Workspace workspace) {
        this.workspace = workspace;
    }

    ProblemException of(ProblemException refusal, Write job) {
        ProblemCode code = refusal.problem().code();
        if (code != ProblemCode.REFUSED && code != ProblemCode.NOT_FOUND) {
            return refusal;
        }
        return references(new JsonObject(new LinkedHashMap<>(job.body()))).entrySet().stream()
                .filter(reference ->
                        workspace.resources().find(reference.getKey()).isEmpty())
                .findFirst()
                .map(missing -> Problem.of(
                                ProblemCode.NOT_FOUND,
                                missing.getValue() + " does not exist in workspace '" + workspace.id() + "'")
                        .ofRequest(refusal.problem().requestId())
                        .asException())
                .orElse(refusal);
    }

    /** ARM id to what the user calls it. */
    private Map<String, String> references(JsonObject body) {
        JsonObject job = body.in("properties");
        Map<String, String> references = new LinkedHashMap<>();
        job.string("computeId").ifPresent(id -> put(references, "compute", id));
        job.string("environmentId").ifPresent(id -> put(references, "environment", id));
        List<String> inputs = new ArrayList<>(job.in("inputs").members().keySet());
        inputs.forEach(input -> uri(job, input).ifPresent(id -> put(references, "data asset", id)));
        return references;
    }

    private static Optional<String> uri(JsonObject job, String input) {
        return job.string("inputs", input, "uri");
    }

    private void put(Map<String, String> references, String noun, String id) {
        if (id.startsWith(workspace.id().path() + "/")) {
            String[] parts = id.substring(workspace.id().path().length() + 1).split("/");
            references.put(id, noun + " '" + parts[1] + (parts.length > 3 ? ":" + parts[3] : "") + "'");
        }
    }
}
