package io.jenkins.plugins.azml.engine.spec;

import java.nio.file.Path;

/**
 * What a file said when a run began; its paths are those beside the file.
 *
 * @param begun whether the run has saved a state: what the paths name was there then, and need not be here
 */
public record Written(Path file, String text, boolean begun) {}
