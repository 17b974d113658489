package io.jenkins.plugins.azml.runner.library;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.console.StepConsole;
import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Loads libraries while a script is compiled. */
public final class LibraryLoading implements Consumer<String> {
    private final Libraries libraries;
    private final StepConsole console;
    private final Consumer<String> onRefusal;
    private @Nullable ScriptCompiler compiler;

    /** @param onRefusal is told why a library cannot be loaded */
    public LibraryLoading(Libraries libraries, StepConsole console, Consumer<String> onRefusal) {
        this.libraries = libraries;
        this.console = console;
        this.onRefusal = onRefusal;
    }

    /** Sets the compiler that gets the libraries. */
    public void into(ScriptCompiler newCompiler) {
        compiler = newCompiler;
    }

    /** Loads the libraries that every script has. */
    public void implicit() {
        libraries.implicit().forEach(this);
    }

    @Override
    public void accept(String identifier) {
        try {
            if (compiler != null) {
                ScriptCompiler current = compiler;
                libraries.load(identifier, () -> current, console);
            }
        } catch (AbortException refused) {
            onRefusal.accept(String.valueOf(refused.getMessage()));
            console.error(
                    libraries.isKnown(identifier)
                            ? String.valueOf(refused.getMessage())
                            : "Could not find any definition of libraries [" + identifier + "]");
            throw new LibraryException(String.valueOf(refused.getMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LibraryException("loading the library " + identifier + " was interrupted");
        }
    }
}
