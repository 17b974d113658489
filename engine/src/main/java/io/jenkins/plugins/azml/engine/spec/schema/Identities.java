package io.jenkins.plugins.azml.engine.spec.schema;

import static io.jenkins.plugins.azml.engine.spec.schema.Key.key;
import static io.jenkins.plugins.azml.engine.spec.schema.Key.readOnly;

import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Identities of computes and endpoints. */
final class Identities {
    private static final Table USER_ASSIGNED = Table.of(
            "a user assigned identity",
            key("resource_id", Scalars.TEXT).required(),
            key("client_id", Scalars.TEXT),
            key("object_id", Scalars.TEXT),
            readOnly("principal_id"),
            readOnly("tenant_id"));

    /** Of a compute: any number of user assigned identities, beside the system's own or alone. */
    static final Table OF_COMPUTE = table(Choice.sending(
            "system_assigned", "SystemAssigned",
            "user_assigned", "UserAssigned",
            "none", "None",
            "system_assigned,user_assigned", "SystemAssigned,UserAssigned"));

    /** Of an endpoint: at most one user assigned identity. */
    static final Table OF_ENDPOINT = table(Choice.sending(
                    "system_assigned", "SystemAssigned", "user_assigned", "UserAssigned", "none", "None"))
            .rule(Identities::atMostOne);

    private Identities() {}

    private static Table table(Choice type) {
        return Table.of(
                        "an identity",
                        key("type", type.orCamelCase()).required(),
                        key("user_assigned_identities", new Listing(USER_ASSIGNED))
                                .unsent(),
                        readOnly("principal_id"),
                        readOnly("tenant_id"))
                .finish((fields, body, wiring) -> body.set("userAssignedIdentities", byId(fields)));
    }

    private static @Nullable Object byId(Fields fields) {
        Map<String, Object> identities = new LinkedHashMap<>();
        for (Object identity : fields.list("user_assigned_identities")) {
            identities.put(((Fields) identity).needText("resource_id"), Map.of());
        }
        return identities.isEmpty() ? null : identities;
    }

    private static void atMostOne(Mapping mapping, Fields fields, Check check) {
        List<?> identities = fields.list("user_assigned_identities");
        if (identities.size() > 1) {
            check.report(
                    Rules.place(mapping, "user_assigned_identities"),
                    "an endpoint takes one user assigned identity, found " + identities.size());
        }
    }
}
