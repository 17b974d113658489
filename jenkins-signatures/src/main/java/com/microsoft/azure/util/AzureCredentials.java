package com.microsoft.azure.util;

import com.azure.core.credential.TokenCredential;

public class AzureCredentials extends AzureBaseCredentials {
    private AzureCredentials() {}

    public static TokenCredential getTokenCredential(AzureBaseCredentials credentials) {
        throw new UnsupportedOperationException("signature");
    }
}
