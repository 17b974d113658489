package io.jenkins.plugins.azml.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Scope;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.http.Router;
import io.jenkins.plugins.azml.emulator.store.LedgerEntry;
import io.jenkins.plugins.azml.emulator.store.StaleReads;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/** Runs an operation: alone where it must be, all of it or nothing, and writes it down in the ledger. */
final class Execution {
    private static final int FIRST_REFUSAL = 400;

    private final Cloud cloud;
    private final StaleReads store;

    Execution(Cloud cloud, StaleReads store) {
        this.cloud = cloud;
        this.store = store;
    }

    Reply run(Request request, Router.Match match) {
        checkScope(match.path());
        Call call = new Call(request, match.route(), match.path());
        return switch (match.route().effect()) {
            case PASSES_ON -> match.route().handler().answer(call);
            case READS -> cloud.exclusive().call(() -> match.route().handler().answer(call));
            case WRITES -> cloud.exclusive().call(() -> store.atomically(() -> write(call)));
        };
    }

    /** Runs what must not run beside anything else. */
    Reply alone(Supplier<Reply> work) {
        return cloud.exclusive().call(work);
    }

    Reply stale(Supplier<Reply> work) {
        return cloud.exclusive().call(() -> store.reading(work));
    }

    static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Reply write(Call call) {
        Request request = call.request();
        Reply reply = call.route().handler().answer(call);
        if (reply.status() < FIRST_REFUSAL) {
            store.record(new LedgerEntry(
                    cloud.clock().instant(),
                    call.route().operation(),
                    request.path(),
                    hash(request.body()),
                    note(request)));
        }
        return reply;
    }

    /** Checks of invariants look at every traffic that was ever asked for. */
    private static String note(Request request) {
        try {
            JsonNode traffic = request.body().length == 0
                    ? Json.object().path("traffic")
                    : Json.read(request.body()).path("properties").path("traffic");
            return traffic.isMissingNode() ? "" : Json.text(traffic);
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    private void checkScope(Map<String, String> path) {
        Scope scope = cloud.settings().scope();
        String subscription = path.getOrDefault("subscription", scope.subscription());
        String group = path.getOrDefault("resourceGroup", scope.resourceGroup());
        if (!subscription.equalsIgnoreCase(scope.subscription())) {
            throw new ArmError(
                    404, "SubscriptionNotFound", "The subscription '" + subscription + "' could not be found.");
        }
        if (!group.equalsIgnoreCase(scope.resourceGroup())) {
            throw new ArmError(404, "ResourceGroupNotFound", "Resource group '" + group + "' could not be found.");
        }
        String workspace = path.get("workspace");
        if (workspace != null && !cloud.settings().workspaces().contains(workspace)) {
            throw new ArmError(
                    404,
                    "ResourceNotFound",
                    "The workspace '" + new Arm(scope).workspaceId(workspace) + "' was not found; there are "
                            + cloud.settings().workspaces() + ".");
        }
    }
}
