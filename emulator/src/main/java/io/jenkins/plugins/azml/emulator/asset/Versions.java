package io.jenkins.plugins.azml.emulator.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What all versioned assets have in common: containers that follow from their versions, versions whose content is fixed. */
final class Versions {
    private static final List<String> READ_ONLY = List.of("provisioningState");

    /**
     * @param operations the vendor's word in front of its operation ids, for example {@code Model}
     * @param fixed the properties that no later write may change; of an object its members, and others may be added
     */
    record Family(Kind kind, String operations, BodyShape shape, List<String> fixed) {
        Family {
            fixed = List.copyOf(fixed);
        }
    }

    /** Checks new properties and completes them. */
    @FunctionalInterface
    interface Completion {
        void complete(ResourceKey key, ObjectNode properties);
    }

    private final Cloud cloud;
    private final Bodies bodies;
    private final Arm arm;
    private final Family family;
    private final Completion completion;

    Versions(Cloud cloud, Bodies bodies, Family family, Completion completion) {
        this.cloud = cloud;
        this.bodies = bodies;
        this.arm = new Arm(cloud.settings().scope());
        this.family = family;
        this.completion = completion;
    }

    List<Route> routes() {
        String all = Route.WORKSPACE + "/" + family.kind().collection();
        String one = all + "/{name}";
        String versions = one + "/versions";
        String version = versions + "/{version}";
        String containers = family.operations() + "Containers_";
        String operations = family.operations() + "Versions_";
        return List.of(
                Route.arm("GET", all, containers + "List", this::containers),
                Route.arm(
                        "GET",
                        one,
                        containers + "Get",
                        call -> Reply.ok(container(call.workspace(), call.path("name")))),
                Route.notYet("PUT", one, containers + "CreateOrUpdate"),
                Route.notYet("DELETE", one, containers + "Delete"),
                Route.arm("GET", versions, operations + "List", this::list),
                Route.arm("GET", version, operations + "Get", call -> Reply.ok(arm.render(find(call)))),
                Route.arm("PUT", version, operations + "CreateOrUpdate", this::save),
                Route.arm("DELETE", version, operations + "Delete", this::delete));
    }

    List<Resource> all(String workspace) {
        return cloud.store().list(workspace, family.kind());
    }

    Arm arm() {
        return arm;
    }

    private Reply containers(Call call) {
        List<ObjectNode> containers = all(call.workspace()).stream()
                .map(version -> version.key().parent())
                .distinct()
                .map(name -> container(call.workspace(), name))
                .toList();
        return Arm.listOf(containers);
    }

    private ObjectNode container(String workspace, String name) {
        List<Resource> versions = of(workspace, name);
        if (versions.isEmpty()) {
            throw ArmError.notFound(family.kind().collection() + " container", name);
        }
        Resource newest = versions.get(versions.size() - 1);
        String id = arm.workspaceId(workspace) + "/" + family.kind().collection() + "/" + name;
        String type = Arm.type(family.kind()).replaceFirst("/versions$", "");
        ObjectNode properties = Json.object()
                .put("isArchived", false)
                .put("latestVersion", newest.key().leaf())
                .put("nextVersion", nextVersion(versions));
        copy(newest, "dataType", properties);
        return Arm.envelope(id, name, type).set("properties", properties);
    }

    /** One more than the highest version that is a number, as the service counts. */
    static String nextVersion(List<Resource> versions) {
        OptionalLong highest = versions.stream()
                .map(version -> version.key().leaf())
                .filter(version -> version.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .max();
        return String.valueOf(highest.orElse(0) + 1);
    }

    private static void copy(Resource from, String field, ObjectNode to) {
        JsonNode value = from.properties().get(field);
        if (value != null) {
            to.set(field, value);
        }
    }

    private List<Resource> of(String workspace, String name) {
        return all(workspace).stream()
                .filter(version -> version.key().parent().equals(name))
                .toList();
    }

    private Reply list(Call call) {
        List<Resource> versions = new ArrayList<>(of(call.workspace(), call.path("name")));
        if (versions.isEmpty()) {
            throw ArmError.notFound(family.kind().collection() + " container", call.path("name"));
        }
        order(versions, call.query("$orderBy").or(() -> call.query("$orderby")).orElse("createdtime desc"));
        long top = call.query("$top").map(Long::parseLong).orElse(Long.MAX_VALUE);
        return arm.list(versions.stream()
                .filter(version -> isWanted(version, call))
                .limit(top)
                .toList());
    }

    private static boolean isWanted(Resource version, Call call) {
        boolean archived = version.properties().path("isArchived").asBoolean();
        return switch (call.query("listViewType").orElse("ActiveOnly")) {
            case "All" -> true;
            case "ArchivedOnly" -> archived;
            default -> !archived;
        };
    }

    private static void order(List<Resource> versions, String order) {
        String[] words = order.strip().split("[ +]+");
        Comparator<Resource> comparator =
                words[0].toLowerCase(java.util.Locale.ROOT).startsWith("modified")
                        ? Comparator.comparing(Resource::modified)
                        : Comparator.comparing(Resource::created);
        versions.sort(comparator);
        if (words.length < 2 || words[1].equalsIgnoreCase("desc")) {
            java.util.Collections.reverse(versions);
        }
    }

    private Reply save(Call call) {
        ObjectNode body = bodies.read(call, family.shape(), READ_ONLY);
        ObjectNode properties = Bodies.properties(body);
        ResourceKey key = key(call);
        completion.complete(key, properties);
        Optional<Resource> before = cloud.store().find(key);
        before.ifPresent(resource -> checkFixed(resource.properties(), properties));
        properties.put("provisioningState", "Succeeded");
        Resource saved = new Resource(
                key,
                body,
                before.map(Resource::hidden).orElseGet(Json::object),
                before.map(Resource::created).orElse(cloud.clock().instant()),
                cloud.clock().instant());
        cloud.store().save(saved);
        return Reply.json(before.isPresent() ? 200 : 201, arm.render(saved));
    }

    private void checkFixed(ObjectNode before, ObjectNode now) {
        for (String field : family.fixed()) {
            if (before.path(field) instanceof ObjectNode members) {
                keep(members, now.withObjectProperty(field));
            } else {
                checkFixed(field, before.path(field), now.path(field));
            }
        }
    }

    private static void keep(ObjectNode before, ObjectNode now) {
        before.properties().forEach(member -> {
            JsonNode other = now.putIfAbsent(member.getKey(), member.getValue());
            if (other != null) {
                checkFixed(member.getKey(), member.getValue(), other);
            }
        });
    }

    private static void checkFixed(String field, JsonNode before, JsonNode now) {
        if (!before.equals(now)) {
            throw ArmError.userError(
                    field.endsWith("Uri")
                            ? "Asset paths cannot be updated."
                            : "A version with this name exists and its '" + field + "' cannot be changed.");
        }
    }

    private Reply delete(Call call) {
        boolean existed = cloud.store().find(key(call)).isPresent();
        cloud.store().delete(key(call));
        return Reply.empty(existed ? 200 : 204);
    }

    private Resource find(Call call) {
        return cloud.store()
                .find(key(call))
                .orElseThrow(() -> ArmError.notFound(
                        family.kind().collection() + " version", call.path("name") + ":" + call.path("version")));
    }

    private ResourceKey key(Call call) {
        return new ResourceKey(call.workspace(), family.kind(), call.path("name") + "/" + call.path("version"));
    }
}
