package com.microsoft.azure.util;

import com.azure.core.credential.TokenCredential;

/** A credential that the test at hand has made; its token is the test's. */
public class AzureCredentials extends AzureBaseCredentials {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final transient TokenCredential tokens;

    public AzureCredentials(String id, TokenCredential tokens) {
        this.id = id;
        this.tokens = tokens;
    }

    @Override
    public String getId() {
        return id;
    }

    public static TokenCredential getTokenCredential(AzureBaseCredentials credentials) {
        return ((AzureCredentials) credentials).tokens;
    }
}
