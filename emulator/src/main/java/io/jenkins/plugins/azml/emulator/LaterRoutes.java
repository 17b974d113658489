package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import java.util.ArrayList;
import java.util.List;

/** Resources that are not built: each operation answers 501 by its name. */
final class LaterRoutes implements RouteTable {
    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(resource("/components/{name}/versions", "{version}", "ComponentVersions"));
        routes.addAll(resource("/components", "{name}", "ComponentContainers"));
        routes.addAll(resource("/schedules", "{name}", "Schedules"));
        routes.addAll(resource("/batchEndpoints", "{endpoint}", "BatchEndpoints"));
        routes.addAll(resource("/batchEndpoints/{endpoint}/deployments", "{deployment}", "BatchDeployments"));
        routes.addAll(resource("/featuresets", "{name}", "FeaturesetContainers"));
        routes.addAll(resource("/connections", "{name}", "WorkspaceConnections"));
        return routes;
    }

    private static List<Route> resource(String collection, String one, String operations) {
        String all = Route.WORKSPACE + collection;
        return List.of(
                Route.notYet("GET", all, operations + "_List"),
                Route.notYet("GET", all + "/" + one, operations + "_Get"),
                Route.notYet("PUT", all + "/" + one, operations + "_CreateOrUpdate"),
                Route.notYet("DELETE", all + "/" + one, operations + "_Delete"));
    }
}
