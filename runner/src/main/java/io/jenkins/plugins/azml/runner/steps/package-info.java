/**
 * The steps, one class in one file with its options. A new step is a new file here and a line in {@link
 * io.jenkins.plugins.azml.runner.steps.StepCatalogue}.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.steps;

import org.jspecify.annotations.NullMarked;
