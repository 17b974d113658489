/**
 * A code or data folder: which files belong to it, the hash of their content, the upload of what is missing.
 *
 * <p>Hashes, ignore rules and the mark of a complete upload are the official client's, so that each understands what
 * the other has uploaded. Runs where the files are, given a SAS. Uses {@code blob}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.snapshot;

import org.jspecify.annotations.NullMarked;
