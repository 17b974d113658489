/**
 * Azure Machine Learning by resource, one file each: typed calls, no policy, no state.
 *
 * <p>What a call sends and what comes back follows the service's own REST reference and what the official clients send.
 * Uses {@code rest}, {@code json} and {@code problem}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.azure;

import org.jspecify.annotations.NullMarked;
