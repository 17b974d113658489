package io.jenkins.plugins.azml.emulator.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Scope;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.security.TokenAuthority;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The workspaces, which are chosen at the start, and where their data plane is. */
public final class WorkspaceRoutes implements RouteTable {
    private static final String ALL = "/subscriptions/{subscription}/resourceGroups/{resourceGroup}"
            + "/providers/Microsoft.MachineLearningServices/workspaces";
    private static final String IN_SUBSCRIPTION =
            "/subscriptions/{subscription}/providers/Microsoft.MachineLearningServices/workspaces";

    private final Cloud cloud;
    private final Arm arm;

    public WorkspaceRoutes(Cloud cloud) {
        this.cloud = cloud;
        this.arm = new Arm(cloud.settings().scope());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.arm("GET", Route.WORKSPACE, "Workspaces_Get", call -> Reply.ok(render(call.workspace()))),
                Route.arm("GET", ALL, "Workspaces_ListByResourceGroup", this::list),
                Route.arm("GET", IN_SUBSCRIPTION, "Workspaces_ListBySubscription", this::list),
                Route.notYet("PUT", Route.WORKSPACE, "Workspaces_CreateOrUpdate"),
                Route.notYet("PATCH", Route.WORKSPACE, "Workspaces_Update"),
                Route.notYet("DELETE", Route.WORKSPACE, "Workspaces_Delete"),
                Route.open("GET", "/discovery/workspaces/{workspaceId}", "Discovery_Get", this::discovery));
    }

    private Reply list(Call call) {
        return Arm.listOf(
                cloud.settings().workspaces().stream().map(this::render).toList());
    }

    private ObjectNode render(String workspace) {
        Scope scope = cloud.settings().scope();
        String id = arm.workspaceId(workspace);
        ObjectNode node = Arm.envelope(id, workspace, "Microsoft.MachineLearningServices/workspaces")
                .put("location", scope.locationOf(workspace))
                .put("kind", "Default");
        node.putObject("tags");
        node.putObject("sku").put("name", "Basic").put("tier", "Basic");
        node.putObject("identity").put("type", "SystemAssigned").put("tenantId", TokenAuthority.TENANT);
        URI secure = cloud.addresses().secure();
        node.putObject("properties")
                .put("friendlyName", workspace)
                .put("description", "a workspace of the local emulator")
                .put("workspaceId", workspaceGuid(workspace))
                .put("tenantId", TokenAuthority.TENANT)
                .put("provisioningState", "Succeeded")
                .put("publicNetworkAccess", "Enabled")
                .put("v1LegacyMode", false)
                .put("discoveryUrl", secure + "/discovery/workspaces/" + workspaceGuid(workspace))
                .put("mlFlowTrackingUri", "azureml://" + secure.getAuthority() + "/mlflow/v1.0" + id)
                .put(
                        "storageAccount",
                        id.replaceFirst("/providers/.*", "") + "/providers/Microsoft.Storage/storageAccounts/"
                                + Cloud.accountName(workspace));
        return node;
    }

    private Reply discovery(Call call) {
        String secure = cloud.addresses().secure().toString();
        return Reply.ok(Json.object()
                .put("api", secure)
                .put("history", secure)
                .put("modelmanagement", secure)
                .put("experimentation", secure)
                .put("mlflow", secure));
    }

    private static String workspaceGuid(String workspace) {
        return UUID.nameUUIDFromBytes(("workspace " + workspace).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
