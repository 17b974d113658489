package io.jenkins.plugins.azml.emulator.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.Access;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.security.TokenAuthority;
import java.util.List;

/** What a client asks first: which cloud this is, and for a token. */
public final class MetadataRoutes implements RouteTable {
    private final Cloud cloud;

    public MetadataRoutes(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/metadata/endpoints", "Metadata_Endpoints", this::endpoints),
                Route.open("GET", "/msi/token", "ManagedIdentity_Token", this::token)
                        .with(Access.IDENTITY));
    }

    /** The client takes the entry whose resource manager occurs in the address that it asked, hence the slash at its end. */
    private Reply endpoints(Call call) {
        ObjectNode entry = Json.object()
                .put("name", "azml-local")
                .put("portal", "https://portal.azure.com")
                .put("resourceManager", cloud.addresses().secureUrl("/"));
        entry.putObject("authentication")
                .put("loginEndpoint", "https://login.microsoftonline.com/")
                .put("tenant", "common")
                .putArray("audiences")
                .add(cloud.addresses().secureUrl("/"));
        entry.putObject("suffixes").put("storage", "core.windows.net");
        return Reply.ok(Json.array().add(entry));
    }

    private Reply token(Call call) {
        String resource = call.query("resource")
                .orElseThrow(() -> ArmError.badRequest("The query parameter 'resource' is missing."));
        long expiry = cloud.clock().instant().plus(TokenAuthority.LIFETIME).getEpochSecond();
        return Reply.ok(Json.object()
                .put("access_token", cloud.tokens().issue(resource))
                .put("expires_on", String.valueOf(expiry))
                .put("resource", resource)
                .put("token_type", "Bearer"));
    }
}
