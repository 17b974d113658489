package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.common.StandardCredentials;

public abstract class BaseStandardCredentials implements StandardCredentials {
    public BaseStandardCredentials(String id, String description) {}

    @Override
    public String getDescription() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public String getId() {
        throw new UnsupportedOperationException("signature");
    }
}
