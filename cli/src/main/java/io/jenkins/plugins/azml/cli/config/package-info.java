/**
 * Which workspace a name means: flags, then environment variables, then {@code .azml/config.yml}.
 *
 * <p>Uses {@code engine.connect}, {@code engine.azure} and {@code engine.spec} for YAML with places.
 */
@NullMarked
package io.jenkins.plugins.azml.cli.config;

import org.jspecify.annotations.NullMarked;
