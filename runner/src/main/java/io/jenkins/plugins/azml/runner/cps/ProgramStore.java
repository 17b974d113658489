package io.jenkins.plugins.azml.runner.cps;

import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import java.util.Optional;

/** Keeps the program across a restart, or shows that it could be kept. */
public interface ProgramStore {
    /** The compiler whose classes the program is made of; another one after a restore. */
    ScriptCompiler compiler();

    /** Saves the program; gives what stands in the way, with the message that Jenkins would give. */
    Optional<Throwable> save(CpsThreadGroup program);

    /** Called when the program only waits; gives the program to go on with where it was dropped and restored. */
    Optional<CpsThreadGroup> quiet(CpsThreadGroup program);

    /** Drops and restores the program, whatever it was told otherwise. */
    CpsThreadGroup restart(CpsThreadGroup program);

    /** Tells whether the program stops to be saved at every step, even at those where Jenkins would not. */
    boolean everywhere();
}
