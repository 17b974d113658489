package io.jenkins.plugins.azml.plugin.run;

import io.jenkins.plugins.azml.plugin.config.NamedWorkspace;

/**
 * What runs must have in common to share a connection: the workspace as it is configured now, and the very credential.
 *
 * @param credential its id, or empty for the controller's own identity
 * @param instance which object it is: credentials of two folders may have one id
 */
record Key(NamedWorkspace workspace, String credential, int instance) {}
