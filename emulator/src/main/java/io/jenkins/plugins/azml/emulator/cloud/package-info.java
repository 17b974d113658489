/**
 * What all resources share: the servers behind the emulator, resource ids, long-running operations, names of blobs.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.cloud;

import org.jspecify.annotations.NullMarked;
