/**
 * What a step is: its signature, its arguments, its execution. The steps themselves are in {@code steps}.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.step;

import org.jspecify.annotations.NullMarked;
