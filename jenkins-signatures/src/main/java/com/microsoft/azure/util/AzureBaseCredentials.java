package com.microsoft.azure.util;

import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;

public abstract class AzureBaseCredentials extends BaseStandardCredentials {
    AzureBaseCredentials() {
        super("", "");
    }
}
