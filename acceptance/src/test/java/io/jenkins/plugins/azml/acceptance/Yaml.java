package io.jenkins.plugins.azml.acceptance;

import java.util.Map;

/** Configuration as code. */
final class Yaml {
    static final String MADE_UP_SECRET = "n0-real-s3cret-of-anybody";

    private Yaml() {}

    /** The plugin's: {@code dev} for all, {@code prod} for some folders, {@code away} where nobody answers. */
    static String workspaces(Map<String, String> variables) {
        String place = """
                subscription: "%s"
                resourceGroup: "%s"
                caBundle: "%s"
                """.formatted(
                        variables.get("AZURE_SUBSCRIPTION_ID"),
                        variables.get("AZURE_RESOURCE_GROUP"),
                        variables.get("AZML_CA_BUNDLE"))
                .indent(6);
        return """
                unclassified:
                  azureMachineLearning:
                    defaultWorkspace: dev
                    pollSeconds: 2
                    requestsPerSecond: 50
                    workspaces:
                    - name: dev
                      metadataUrl: "%1$s"
                %2$s
                    - name: prod
                      metadataUrl: "%1$s"
                      folders: |
                        azml-acceptance-plugin-loop
                        azml-acceptance-plugin-checks
                        azml-acceptance-multibranch
                        azml-acceptance-examples
                        azml-acceptance-hostile
                %2$s
                    - name: away
                      metadataUrl: "https://127.0.0.1:1/metadata/endpoints"
                %2$s
                """.formatted(variables.get("ARM_CLOUD_METADATA_URL"), place.stripTrailing());
    }

    /** An Azure credential that nobody accepts, one of another kind, and what signs in to the emulator. */
    static String credentials(Map<String, String> variables) {
        return """
                credentials:
                  system:
                    domainCredentials:
                    - credentials:
                      - azure:
                          id: "azml-acceptance-principal"
                          scope: GLOBAL
                          azureEnvironmentName: "Azure"
                          subscriptionId: "00000000-0000-0000-0000-000000000000"
                          clientId: "00000000-0000-0000-0000-000000000001"
                          clientSecret: "%1$s"
                          tenant: "00000000-0000-0000-0000-000000000002"
                      - usernamePassword:
                          id: "azml-acceptance-password"
                          scope: GLOBAL
                          username: "somebody"
                          password: "%1$s"
                      - string:
                          id: "azml-acceptance-identity"
                          scope: GLOBAL
                          secret: "%2$s"
                """.formatted(MADE_UP_SECRET, variables.get("IDENTITY_HEADER"));
    }
}
