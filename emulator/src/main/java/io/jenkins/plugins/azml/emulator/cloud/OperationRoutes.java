package io.jenkins.plugins.azml.emulator.cloud;

import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.store.Resource;
import java.util.List;

/** Where clients look how their long-running operations go. */
public final class OperationRoutes implements RouteTable {
    private static final String LOCATION =
            "/subscriptions/{subscription}/providers/Microsoft.MachineLearningServices/locations/{location}";

    private final Operations operations;
    private final ResultOf results;

    /** What {@code Location} leads to when an operation has succeeded. */
    @FunctionalInterface
    public interface ResultOf {
        /** @param resource the path of what was operated on */
        Reply result(String resource);
    }

    public OperationRoutes(Operations operations, ResultOf results) {
        this.operations = operations;
        this.results = results;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.arm("GET", LOCATION + "/mfeOperationsStatus/{id}", "MfeOperations_GetStatus", this::status),
                Route.arm("GET", LOCATION + "/mfeOperationResults/{id}", "MfeOperations_GetResult", this::result));
    }

    private Reply status(Call call) {
        Resource operation = operations.find(call.path("id"));
        Reply reply = Reply.ok(operation.body());
        boolean going = operation.body().path("status").asText().equals("InProgress");
        return going ? reply.with("Retry-After", operations.retryAfter()) : reply;
    }

    private Reply result(Call call) {
        Resource operation = operations.find(call.path("id"));
        return switch (operation.body().path("status").asText()) {
            case "InProgress" -> operations.accepted(call.path("id"));
            case "Succeeded" ->
                results.result(operation.hidden().path("resource").asText());
            default -> failed(operation);
        };
    }

    private static Reply failed(Resource operation) {
        ArmError unnamed = new ArmError(500, "InternalServerError", "The operation failed.");
        return operation.body().has("error")
                ? Reply.json(400, Json.object().set("error", operation.body().get("error")))
                : unnamed.reply();
    }
}
