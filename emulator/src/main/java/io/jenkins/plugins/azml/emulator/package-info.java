/**
 * Azure Machine Learning on loopback: ARM and data-plane REST over a blob store, a tracking store, jobs and scoring.
 *
 * <p>Shares no code with the engine: two readings of the wire find each other's mistakes.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator;

import org.jspecify.annotations.NullMarked;
