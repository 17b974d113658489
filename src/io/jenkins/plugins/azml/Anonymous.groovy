package io.jenkins.plugins.azml

/** Work that nobody vouches for: the agent's own variables that could sign in somewhere are empty for it. */
class Anonymous implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script

    Anonymous(Object script) {
        this.script = script
    }

    void around(Closure body) {
        List variables = []
        for (String name in names()) {
            variables.add(name + '=')
        }
        script.withEnv(variables) {
            body()
        }
    }

    private List names() {
        ['AZML_TOKEN', 'AZML_CREDENTIAL', 'AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET',
            'AZURE_CLIENT_CERTIFICATE_PATH', 'AZURE_CLIENT_CERTIFICATE_PASSWORD', 'AZURE_FEDERATED_TOKEN_FILE',
            'AZURE_PASSWORD', 'AZURE_USERNAME', 'AZURE_STORAGE_CONNECTION_STRING', 'AZURE_STORAGE_KEY',
            'AZURE_STORAGE_SAS_TOKEN', 'IDENTITY_ENDPOINT', 'IDENTITY_HEADER', 'MSI_ENDPOINT', 'MSI_SECRET']
    }
}
