package io.jenkins.plugins.azml.emulator.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import java.util.ArrayList;
import java.util.List;

/** Run history: how the jobs go, and changes of what may be changed. */
public final class RunRoutes implements RouteTable {
    private static final String HISTORY = "/history/v1.0" + Route.WORKSPACE;

    private final Cloud cloud;
    private final Jobs jobs;
    private final RunRecords records;

    public RunRoutes(Cloud cloud, Jobs jobs) {
        this.cloud = cloud;
        this.jobs = jobs;
        this.records = new RunRecords(cloud);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                Route.data("POST", HISTORY + "/rundata", "Runs_GetRunData", this::data)
                        .reading(),
                Route.data("GET", HISTORY + "/experiments/{experiment}", "Experiments_Get", this::experiment)));
        for (String run : List.of(
                "/runs/{run}", "/experiments/{experiment}/runs/{run}", "/experimentids/{experiment}/runs/{run}")) {
            routes.add(Route.data("GET", HISTORY + run, "Runs_Get", call -> Reply.ok(records.run(find(call)))));
            routes.add(Route.data("PATCH", HISTORY + run, "Runs_AddOrModify", this::modify));
            routes.add(Route.data(
                    "GET",
                    HISTORY + run + "/details",
                    "Runs_GetDetails",
                    call -> Reply.ok(records.details(find(call)))));
            routes.add(Route.data("GET", HISTORY + run + "/children", "Runs_GetChild", this::children));
            routes.add(Route.data("GET", HISTORY + run + "/events", "Events_Get", this::events));
        }
        return routes;
    }

    /** Nothing that the emulator runs has children. */
    private Reply children(Call call) {
        find(call);
        return Reply.ok(Json.object().set("value", Json.array()));
    }

    private Reply events(Call call) {
        Resource job = find(call);
        ObjectNode page = Json.object();
        ArrayNode value = page.putArray("value");
        value.addObject()
                .put("name", "Microsoft.MachineLearning.Run.Created")
                .put("timeStamp", job.created().toString());
        value.addObject()
                .put(
                        "name",
                        "Microsoft.MachineLearning.Run."
                                + job.properties().path("status").asText())
                .put("timeStamp", job.modified().toString());
        return Reply.ok(page);
    }

    private Reply data(Call call) {
        ObjectNode wish = call.json();
        Resource job = jobs.find(call.workspace(), wish.path("runId").asText());
        ObjectNode run = records.run(job);
        run.set("outputs", records.outputs(job));
        return Reply.ok(Json.object().set("runMetadata", run));
    }

    private Reply modify(Call call) {
        ObjectNode body = call.json();
        ObjectNode changes = Json.object();
        for (String field : List.of("displayName", "description", "tags", "properties")) {
            if (body.hasNonNull(field)) {
                changes.set(field, body.get(field));
            }
        }
        if (body.hasNonNull("hidden")) {
            changes.put("isArchived", body.path("hidden").asBoolean());
        }
        return Reply.ok(records.run(jobs.update(find(call), changes)));
    }

    private Reply experiment(Call call) {
        String name = call.path("experiment");
        boolean known = cloud.store().list(call.workspace(), Kind.JOB).stream()
                .anyMatch(
                        job -> job.properties().path("experimentName").asText().equals(name));
        if (!known) {
            throw ArmError.notFound("experiment", name);
        }
        return Reply.ok(
                Json.object().put("experimentId", RunRecords.experimentId(name)).put("name", name));
    }

    private Resource find(Call call) {
        return jobs.find(call.workspace(), call.path("run"));
    }
}
