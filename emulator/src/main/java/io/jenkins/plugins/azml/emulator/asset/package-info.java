/**
 * Datastores, code, data, environments and models. May use {@code cloud} and what that uses.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.asset;

import org.jspecify.annotations.NullMarked;
