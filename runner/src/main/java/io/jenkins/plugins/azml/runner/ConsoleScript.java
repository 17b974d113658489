package io.jenkins.plugins.azml.runner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** Watches the console and does the actions of a run, each past the match of the one before. */
final class ConsoleScript implements Consumer<String> {
    private final Deque<RunAction> waiting;
    private final Consumer<RunAction> act;
    private final StringBuilder text = new StringBuilder();

    ConsoleScript(List<RunAction> actions, Consumer<RunAction> act) {
        this.waiting = new ArrayDeque<>(actions);
        this.act = act;
    }

    /** Passes over what was printed and done before the build was cut short. */
    synchronized void passOver(String printed) {
        text.append(printed);
        while (matches()) {
            waiting.remove();
        }
    }

    @Override
    public synchronized void accept(String printed) {
        text.append(printed);
        if (matches()) {
            act.accept(waiting.remove());
        }
    }

    private boolean matches() {
        if (waiting.isEmpty()) {
            text.setLength(0);
            return false;
        }
        Matcher matcher = waiting.element().after().matcher(text);
        boolean found = matcher.find();
        if (found) {
            text.delete(0, matcher.end());
        }
        return found;
    }
}
