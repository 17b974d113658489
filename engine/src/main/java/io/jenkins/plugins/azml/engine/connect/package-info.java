/**
 * One call from environment variables to a pipeline that is signed in: cloud, proxies, authorities, credential, budget.
 *
 * <p>Uses {@code azure}, {@code blob}, {@code credential}, {@code rest} and {@code problem}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.connect;

import org.jspecify.annotations.NullMarked;
