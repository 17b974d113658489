package io.jenkins.plugins.azml.emulator.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Operations;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Command jobs. */
public final class JobRoutes implements RouteTable {
    private static final String ALL = Route.WORKSPACE + "/jobs";
    private static final String ONE = ALL + "/{name}";
    private static final BodyShape SHAPE = BodyShape.of(
            "properties.jobType",
            "properties.command",
            "properties.codeId",
            "properties.environmentId",
            "properties.computeId",
            "properties.componentId",
            "properties.description",
            "properties.displayName",
            "properties.experimentName",
            "properties.isArchived",
            "properties.tags.*",
            "properties.properties.*",
            "properties.environmentVariables.*",
            "properties.inputs.*.description",
            "properties.inputs.*.jobInputType",
            "properties.inputs.*.mode",
            "properties.inputs.*.uri",
            "properties.inputs.*.value",
            "properties.inputs.*.pathOnCompute",
            "properties.outputs.*.description",
            "properties.outputs.*.jobOutputType",
            "properties.outputs.*.mode",
            "properties.outputs.*.uri",
            "properties.outputs.*.assetName",
            "properties.outputs.*.assetVersion",
            "properties.outputs.*.pathOnCompute",
            "properties.distribution.**",
            "properties.identity.*",
            "properties.limits.jobLimitsType",
            "properties.limits.timeout",
            "properties.queueSettings.jobTier",
            "properties.queueSettings.priority",
            "properties.resources.instanceCount",
            "properties.resources.instanceType",
            "properties.resources.locations",
            "properties.resources.maxInstanceCount",
            "properties.resources.properties.**",
            "properties.resources.dockerArgs",
            "properties.resources.dockerArgsList",
            "properties.resources.shmSize",
            "properties.notificationSetting.**",
            "properties.parameters.**",
            "properties.parentJobName");
    private static final List<String> READ_ONLY = List.of("status", "services");

    private final Cloud cloud;
    private final Bodies bodies;
    private final Operations operations;
    private final Jobs jobs;
    private final Arm arm;

    public JobRoutes(Cloud cloud, Bodies bodies, Operations operations, Jobs jobs) {
        this.cloud = cloud;
        this.bodies = bodies;
        this.operations = operations;
        this.jobs = jobs;
        this.arm = new Arm(cloud.settings().scope());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.arm("GET", ALL, "Jobs_List", this::list),
                Route.arm("GET", ONE, "Jobs_Get", call -> Reply.ok(arm.render(find(call)))),
                Route.arm("PUT", ONE, "Jobs_CreateOrUpdate", this::save),
                Route.arm("POST", ONE + "/cancel", "Jobs_Cancel", this::cancel),
                Route.notYet("DELETE", ONE, "Jobs_Delete"));
    }

    private Reply list(Call call) {
        List<Resource> all = new ArrayList<>(cloud.store().list(call.workspace(), Kind.JOB));
        Collections.reverse(all);
        List<Resource> wanted = all.stream().filter(job -> isWanted(job, call)).toList();
        int from = Math.min(
                wanted.size(), call.query("$skip").map(JobRoutes::number).orElse(0));
        int to = Math.min(wanted.size(), from + cloud.settings().pageSize());
        ObjectNode page = Json.object();
        ArrayNode value = page.putArray("value");
        wanted.subList(from, to).forEach(job -> value.add(arm.render(job)));
        if (to < wanted.size()) {
            page.put("nextLink", nextLink(call, to));
        }
        return Reply.ok(page);
    }

    private static int number(String skip) {
        if (!skip.matches("\\d{1,9}")) {
            throw ArmError.badRequest("The query parameter '$skip' is '" + skip + "', not what a nextLink carried.");
        }
        return Integer.parseInt(skip);
    }

    private String nextLink(Call call, int skip) {
        StringBuilder link =
                new StringBuilder(cloud.addresses().secureUrl(call.request().path())).append("?");
        List.of("api-version", "listViewType", "jobType", "tag")
                .forEach(name -> call.query(name)
                        .ifPresent(value -> link.append(name)
                                .append('=')
                                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8))
                                .append('&')));
        return link.append("$skip=").append(skip).toString();
    }

    private static boolean isWanted(Resource job, Call call) {
        boolean archived = job.properties().path("isArchived").asBoolean();
        boolean viewed = switch (call.query("listViewType").orElse("ActiveOnly")) {
            case "All" -> true;
            case "ArchivedOnly" -> archived;
            default -> !archived;
        };
        return viewed
                && call.query("jobType")
                        .map(type ->
                                type.equals(job.properties().path("jobType").asText()))
                        .orElse(true)
                && call.query("tag")
                        .map(tag -> job.properties().path("tags").has(tag))
                        .orElse(true);
    }

    private Reply save(Call call) {
        refuseOtherTypes(call);
        ObjectNode properties = Bodies.properties(bodies.read(call, SHAPE, READ_ONLY));
        ResourceKey key = new ResourceKey(call.workspace(), Kind.JOB, call.path("name"));
        Optional<Resource> before = cloud.store().find(key);
        return before.isPresent()
                ? Reply.ok(arm.render(jobs.edit(before.get(), properties)))
                : Reply.json(201, arm.render(jobs.submit(key, properties)));
    }

    /** Other types have other fields, so they are named before the fields are looked at. */
    private static void refuseOtherTypes(Call call) {
        String type = Bodies.text(Bodies.properties(call.json()), "jobType");
        if (!type.equals("Command")) {
            throw new ArmError(501, "NotImplemented", "The emulator does not run jobs of the type " + type + " yet.");
        }
    }

    private Reply cancel(Call call) {
        return jobs.cancel(find(call)).map(operations::accepted).orElseGet(() -> Reply.empty(200));
    }

    private Resource find(Call call) {
        return jobs.find(call.workspace(), call.path("name"));
    }
}
