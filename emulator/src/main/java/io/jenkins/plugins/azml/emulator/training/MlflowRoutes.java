package io.jenkins.plugins.azml.emulator.training;

import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.mlflow.TrackingStore;
import java.util.ArrayList;
import java.util.List;

/** MLflow's own REST interface, one tracking store a workspace. */
public final class MlflowRoutes implements RouteTable {
    private final TrackingStore tracking;

    public MlflowRoutes(TrackingStore tracking) {
        this.tracking = tracking;
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String version : List.of("v1.0", "v2.0")) {
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                routes.add(Route.data(
                                method,
                                "/mlflow/" + version + Route.WORKSPACE + "/api/{call...}",
                                "Mlflow_" + method,
                                this::pass)
                        .passingOn());
            }
        }
        return routes;
    }

    private Reply pass(Call call) {
        String path = call.request().path();
        return tracking.handle(
                call.workspace(),
                call.request().withPath(path.substring(path.indexOf("/api/", path.indexOf(call.workspace())))));
    }
}
