package io.jenkins.plugins.azml.runner.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The console of a build: text in the order in which it was printed, passed on piece by piece. Thread-safe. */
public final class Console {
    private final List<Consumer<String>> sinks = new CopyOnWriteArrayList<>();

    /** Passes everything printed from now on to the given sink. */
    public void addSink(Consumer<String> sink) {
        sinks.add(sink);
    }

    public void println(String line) {
        print(line + "\n");
    }

    public synchronized void print(String text) {
        sinks.forEach(sink -> sink.accept(text));
    }
}
