/**
 * What runs a deployment and answers its scoring requests. May use {@code blob}, {@code jobs}' descriptions and {@code clock}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.serving;

import org.jspecify.annotations.NullMarked;
