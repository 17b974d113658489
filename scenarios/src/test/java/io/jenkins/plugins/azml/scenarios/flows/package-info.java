/**
 * Whole Jenkinsfiles through the runner on local Azure ML: on the in-memory twins, ended at every save and gone on with,
 * and a few with real processes. What the library's steps end in is a {@link
 * io.jenkins.plugins.azml.scenarios.flows.Bindings}.
 */
@org.jspecify.annotations.NullMarked
package io.jenkins.plugins.azml.scenarios.flows;
