/**
 * From source text to classes: the compiler with the CPS transformation, the class loaders, what the engine of 2019 misses.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.script;

import org.jspecify.annotations.NullMarked;
