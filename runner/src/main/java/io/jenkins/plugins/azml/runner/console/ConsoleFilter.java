package io.jenkins.plugins.azml.runner.console;

import java.io.Serializable;

/** Changes the lines that the steps of a block print. Saved with the program. */
@FunctionalInterface
public interface ConsoleFilter extends Serializable {
    /** Gives the line to print, with its line end if it had one. */
    String apply(String line);
}
