/**
 * The few Blob requests that a snapshot, a log and a promotion need, each by a SAS address.
 *
 * <p>Uses {@code rest} and {@code problem}. Knows nothing of workspaces; a grant in an address is never shown.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.blob;

import org.jspecify.annotations.NullMarked;
