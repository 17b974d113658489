/**
 * YAML as a bounded tree in which every key and value knows its line and column, and YAML written back as text.
 *
 * <p>Uses snakeyaml-engine and {@code problem}. Plain scalars mean what they mean to the official client, which reads
 * YAML 1.1: {@code yes} is a boolean, {@code 010} is eight, {@code 1:30} is ninety.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.spec.yaml;

import org.jspecify.annotations.NullMarked;
