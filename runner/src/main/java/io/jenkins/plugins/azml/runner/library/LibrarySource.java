package io.jenkins.plugins.azml.runner.library;

import java.nio.file.Path;

/**
 * A library that can be loaded.
 *
 * @param folder where it lies: {@code vars}, {@code src}, {@code resources}
 * @param defaultVersion the version that is loaded where none is asked for
 * @param implicit whether every script has it without asking
 */
public record LibrarySource(String name, Path folder, String defaultVersion, boolean implicit) {

    /** The same library, had without asking or not. */
    public LibrarySource implicit(boolean always) {
        return new LibrarySource(name, folder, defaultVersion, always);
    }
}
