package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.config.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a stage, beside its own arguments.
 *
 * @param run the id that the user chose, or null
 * @param workspaces by role
 * @param files to keep as they are now
 */
public record Order(@Nullable String run, Map<String, Place> workspaces, List<Path> files) {}
