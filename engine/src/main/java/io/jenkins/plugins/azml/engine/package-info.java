/**
 * What the stages do: plain Java 17 that knows Azure Machine Learning and has never heard of Jenkins.
 *
 * <p>One package a feature; which may use which is held by {@code ArchitectureTest}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine;

import org.jspecify.annotations.NullMarked;
