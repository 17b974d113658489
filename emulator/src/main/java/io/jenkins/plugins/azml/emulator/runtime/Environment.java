package io.jenkins.plugins.azml.emulator.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables with which clients, unchanged, find the emulator and one workspace of it. Holds a secret. */
public record Environment(Map<String, String> variables) {
    private static final String LOOPBACK = "127.0.0.1";

    public Environment {
        variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** @throws IllegalArgumentException when there is no such workspace */
    public static Environment of(Ready ready, String workspace) {
        if (!ready.workspaces().contains(workspace)) {
            throw new IllegalArgumentException(
                    "the emulator has no workspace '" + workspace + "'; it has " + ready.workspaces());
        }
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ARM_CLOUD_METADATA_URL", ready.secure() + "/metadata/endpoints?api-version=2019-05-01");
        variables.put("IDENTITY_ENDPOINT", ready.plain() + "/msi/token");
        variables.put("IDENTITY_HEADER", ready.identityHeader());
        variables.put("REQUESTS_CA_BUNDLE", ready.authority().toString());
        variables.put("AZML_CA_BUNDLE", ready.authority().toString());
        variables.put("NODE_EXTRA_CA_CERTS", ready.authority().toString());
        variables.put("NO_PROXY", LOOPBACK);
        variables.put("AZURE_SUBSCRIPTION_ID", ready.subscription());
        variables.put("AZURE_RESOURCE_GROUP", ready.resourceGroup());
        variables.put("AZUREML_WORKSPACE_NAME", workspace);
        return new Environment(variables);
    }

    /** Does not show values. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }
}
