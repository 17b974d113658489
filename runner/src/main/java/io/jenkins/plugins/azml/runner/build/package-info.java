/**
 * One build of a job: its number, environment, parameters, result, artifacts and stages, and the builds before it.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.build;

import org.jspecify.annotations.NullMarked;
