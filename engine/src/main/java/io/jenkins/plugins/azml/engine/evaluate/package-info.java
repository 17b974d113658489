/**
 * The stage that judges what a job trained by gates, against the champion.
 *
 * <p>Only reads. The verdict itself is made in {@code gate}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.evaluate;

import org.jspecify.annotations.NullMarked;
