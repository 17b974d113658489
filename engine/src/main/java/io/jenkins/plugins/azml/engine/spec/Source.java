package io.jenkins.plugins.azml.engine.spec;

import java.nio.file.Path;

/**
 * Where a spec came from.
 *
 * @param file the file as the caller named it
 * @param hash SHA-256 over what the file and its overrides say, in hexadecimal; comments and layout do not count
 */
public record Source(Path file, String hash) {}
