package io.jenkins.plugins.azml.emulator.install;

import java.io.IOException;
import java.nio.file.Path;

/** Fills an empty folder. */
@FunctionalInterface
public interface Installation {
    /** @throws InstallException when what is to be installed cannot be had */
    void into(Path folder) throws IOException;
}
