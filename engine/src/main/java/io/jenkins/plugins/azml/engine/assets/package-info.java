/**
 * What a spec refers to, brought into a workspace: code and local data uploaded, labels resolved, inline environments
 * registered, each in a turn of its own.
 *
 * <p>Shared by the stages that write what a spec says. Uses {@code spec}, {@code snapshot}, {@code blob} and {@code
 * azure}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.assets;

import org.jspecify.annotations.NullMarked;
