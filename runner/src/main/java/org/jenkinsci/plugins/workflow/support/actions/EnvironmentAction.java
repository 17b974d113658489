package org.jenkinsci.plugins.workflow.support.actions;

import java.util.Map;

/** What holds the environment of a build. */
public interface EnvironmentAction {
    Map<String, String> getEnvironment();
}
