/**
 * Where a token comes from: given, an identity endpoint, or azure-identity, which is loaded only when it must fetch one.
 *
 * <p>Uses {@code rest}, {@code json} and {@code problem}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.credential;

import org.jspecify.annotations.NullMarked;
