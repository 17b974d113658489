/** The plugin without a Jenkins: its side is played by small doubles of the few classes that are touched. */
package io.jenkins.plugins.azml.plugin;
