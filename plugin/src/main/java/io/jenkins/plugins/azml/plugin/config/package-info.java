/**
 * What an administrator configures: named workspaces, who may use them, how often Azure is asked.
 *
 * <p>Knows Jenkins' configuration and credentials, and no stage.
 */
@NullMarked
package io.jenkins.plugins.azml.plugin.config;

import org.jspecify.annotations.NullMarked;
