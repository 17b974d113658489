/**
 * The shared library as Jenkinsfiles meet it: through the runner, on the real CPS engine, with an {@code azml} that only
 * answers.
 */
@NullMarked
package io.jenkins.plugins.azml.scenarios.library;

import org.jspecify.annotations.NullMarked;
