/**
 * The program: CPS threads, the bodies that steps run, the points where the whole is saved. It knows the engine
 * (groovy-cps) and the shape of a step, and no step by name.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.cps;

import org.jspecify.annotations.NullMarked;
