/**
 * The stage that makes a job's model a version in the workspace, with its lineage.
 *
 * <p>Uses all that lies below the stages, and no other stage.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.register;

import org.jspecify.annotations.NullMarked;
