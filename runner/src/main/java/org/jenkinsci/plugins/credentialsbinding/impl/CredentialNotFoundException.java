package org.jenkinsci.plugins.credentialsbinding.impl;

import hudson.AbortException;

/** A credential is absent, or of another kind than the binding needs. */
public final class CredentialNotFoundException extends AbortException {
    private static final long serialVersionUID = 1L;

    public CredentialNotFoundException(String message) {
        super(message);
    }
}
