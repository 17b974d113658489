package io.jenkins.plugins.azml.emulator.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.faults.Fault;
import io.jenkins.plugins.azml.emulator.faults.FaultReader;
import io.jenkins.plugins.azml.emulator.faults.Faults;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.store.Store;
import java.util.List;
import java.util.function.Supplier;

/** What the emulator tells of itself and lets be done to it. */
public final class AdminRoutes implements RouteTable {
    private static final String ROOT = "/_emulator";

    private final Faults faults;
    private final RequestLog requests;
    private final Store store;
    private final Supplier<List<Route>> all;

    /** @param all every route of the emulator, once they are known */
    public AdminRoutes(Faults faults, RequestLog requests, Store store, Supplier<List<Route>> all) {
        this.faults = faults;
        this.requests = requests;
        this.store = store;
        this.all = all;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.data("GET", ROOT + "/routes", "Emulator_Routes", this::listRoutes),
                Route.data("GET", ROOT + "/requests", "Emulator_Requests", this::listRequests),
                Route.data("DELETE", ROOT + "/requests", "Emulator_ForgetRequests", this::forgetRequests)
                        .reading(),
                Route.data("GET", ROOT + "/faults", "Emulator_Faults", this::listFaults),
                Route.data("POST", ROOT + "/faults", "Emulator_AddFault", this::addFault)
                        .reading(),
                Route.data("DELETE", ROOT + "/faults", "Emulator_ForgetFaults", this::forgetFaults)
                        .reading(),
                Route.data("GET", ROOT + "/ledger", "Emulator_Ledger", this::ledger));
    }

    private Reply listRoutes(Call call) {
        ArrayNode list = Json.array();
        all.get()
                .forEach(route -> list.addObject()
                        .put("method", route.method())
                        .put("template", route.template())
                        .put("operation", route.operation())
                        .put("built", route.built()));
        return value(list);
    }

    private Reply listRequests(Call call) {
        ArrayNode list = Json.array();
        requests.all()
                .forEach(request -> list.addObject()
                        .put("time", request.time().toString())
                        .put("method", request.method())
                        .put("path", request.path())
                        .put("operation", request.operation())
                        .put("status", request.status())
                        .put("bodyHash", request.bodyHash())
                        .put("fault", request.fault()));
        return value(list);
    }

    private Reply forgetRequests(Call call) {
        requests.clear();
        return Reply.empty(204);
    }

    private Reply listFaults(Call call) {
        ArrayNode list = Json.array();
        faults.pending().forEach(fault -> list.add(describe(fault)));
        return value(list);
    }

    private Reply addFault(Call call) {
        Fault fault = FaultReader.read(call.json());
        faults.add(fault);
        return Reply.json(201, describe(fault));
    }

    private Reply forgetFaults(Call call) {
        faults.clear();
        return Reply.empty(204);
    }

    private Reply ledger(Call call) {
        ArrayNode list = Json.array();
        store.ledger()
                .forEach(entry -> list.addObject()
                        .put("time", entry.time().toString())
                        .put("operation", entry.operation())
                        .put("resource", entry.resource())
                        .put("bodyHash", entry.bodyHash())
                        .put("note", entry.note()));
        return value(list);
    }

    private static ObjectNode describe(Fault fault) {
        ObjectNode node = Json.object();
        fault.operation().ifPresent(operation -> node.put("operation", operation));
        fault.method().ifPresent(method -> node.put("method", method));
        fault.path().ifPresent(path -> node.put("path", path.pattern()));
        return node.put("skip", fault.skip()).put("times", fault.times()).put("fault", fault.name());
    }

    private static Reply value(ArrayNode list) {
        return Reply.ok(Json.object().set("value", list));
    }
}
