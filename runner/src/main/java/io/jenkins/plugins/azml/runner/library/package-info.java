/**
 * Shared libraries from local folders: variables, classes and resources, by name or implicit.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.library;

import org.jspecify.annotations.NullMarked;
