/**
 * The stage that runs a training script as an Azure ML command job and follows it to its end.
 *
 * <p>Uses all that lies below the stages, and no other stage.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.train;

import org.jspecify.annotations.NullMarked;
