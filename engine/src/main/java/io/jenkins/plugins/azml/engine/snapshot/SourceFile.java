package io.jenkins.plugins.azml.engine.snapshot;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file of a snapshot as the walk saw it.
 *
 * @param path relative to the folder, with slashes; a link keeps its own name
 * @param file where the bytes are, links resolved
 * @param size in bytes
 */
public record SourceFile(String path, Path file, long size, FileTime modified) {}
