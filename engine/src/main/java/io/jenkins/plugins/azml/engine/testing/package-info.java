/**
 * Tests of an endpoint: what a tests file asks for, and whether an answer is as expected.
 *
 * <p>Uses {@code problem}, {@code json}, {@code spec} to read a tests file, and {@code report} for the results.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.testing;

import org.jspecify.annotations.NullMarked;
