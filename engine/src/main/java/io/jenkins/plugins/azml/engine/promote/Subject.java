package io.jenkins.plugins.azml.engine.promote;

/**
 * What was found out about the model, and every later turn needs.
 *
 * @param digest of its files
 * @param commit that it was trained from, or empty
 * @param environment that it was trained in, {@code name:version}, or empty
 * @param path of the copy in the target's datastore: a folder, or a file if the model is a single one
 */
public record Subject(String digest, String commit, String environment, String path) {}
