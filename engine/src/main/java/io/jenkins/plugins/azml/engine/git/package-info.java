/**
 * Where code comes from: commit, branch, remote and changes, from the checkout and from a CI system's variables.
 *
 * <p>Uses {@code problem}. Whatever cannot be found out is absent; nothing here fails a stage.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.git;

import org.jspecify.annotations.NullMarked;
