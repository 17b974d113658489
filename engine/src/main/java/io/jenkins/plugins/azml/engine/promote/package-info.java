/**
 * Carries a model version from one workspace to another and puts it in production there: copy, check, deploy, test, move
 * all traffic; or back, with everything that was new removed. And the way back later: rollback.
 *
 * <p>Uses {@code turn} and {@code azure}, and drives the stages of {@code deploy} and {@code testing}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.promote;

import org.jspecify.annotations.NullMarked;
