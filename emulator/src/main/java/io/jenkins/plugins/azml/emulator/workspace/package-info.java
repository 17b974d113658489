/**
 * Workspaces, and what clients read before they know one: cloud metadata, discovery, tokens. May use {@code cloud}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.workspace;

import org.jspecify.annotations.NullMarked;
