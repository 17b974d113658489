/**
 * Files of a workspace: Ant patterns as Jenkins reads them, copying, deleting. It knows nothing of steps.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.files;

import org.jspecify.annotations.NullMarked;
