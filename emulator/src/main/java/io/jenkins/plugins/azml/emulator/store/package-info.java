/**
 * What the emulator remembers: resources as JSON and the ledger of every change. May use {@code http.Json}, H2 and jdbi.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.store;

import org.jspecify.annotations.NullMarked;
