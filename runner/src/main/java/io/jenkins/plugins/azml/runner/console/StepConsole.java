package io.jenkins.plugins.azml.runner.console;

import java.util.List;

/** What one step prints to: the build's console behind the filters of the blocks around the step. */
public final class StepConsole {
    private final Console console;
    private final List<ConsoleFilter> filters;
    private final StringBuilder pending = new StringBuilder();

    public StepConsole(Console console, List<ConsoleFilter> filters) {
        this.console = console;
        this.filters = List.copyOf(filters);
    }

    public void println(String line) {
        print(line + "\n");
    }

    /** Prints an error as Jenkins does. */
    public void error(String message) {
        println("ERROR: " + message);
    }

    /** Prints text as it comes; a filter sees whole lines, so behind one an unfinished line waits for its end. */
    public synchronized void print(String text) {
        if (filters.isEmpty()) {
            console.print(text);
            return;
        }
        pending.append(text);
        int end;
        while ((end = pending.indexOf("\n")) >= 0) {
            emit(pending.substring(0, end + 1));
            pending.delete(0, end + 1);
        }
    }

    /** Prints the unfinished line, if there is one. */
    public synchronized void flush() {
        if (!pending.isEmpty()) {
            emit(pending.toString());
            pending.setLength(0);
        }
    }

    private void emit(String line) {
        String filtered = line;
        for (int i = filters.size() - 1; i >= 0; i--) {
            filtered = filters.get(i).apply(filtered);
        }
        console.print(filtered);
    }
}
