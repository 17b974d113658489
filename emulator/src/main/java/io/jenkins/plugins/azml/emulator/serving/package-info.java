/**
 * What runs a deployment and answers its scoring requests. May use {@code blob}, {@code jobs}'
 * descriptions and {@code clock}; the real host also {@code process}, {@code install} and {@code python}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.serving;

import org.jspecify.annotations.NullMarked;
