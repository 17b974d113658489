/** Tests of single steps and of what they share. */
@NullMarked
package io.jenkins.plugins.azml.runner.steps;

import org.jspecify.annotations.NullMarked;
