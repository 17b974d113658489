/**
 * The stage that makes a workspace what a folder of YAML says, and writes nothing that is already so.
 *
 * <p>Uses all that lies below the stages, and no other stage.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.setup;

import org.jspecify.annotations.NullMarked;
