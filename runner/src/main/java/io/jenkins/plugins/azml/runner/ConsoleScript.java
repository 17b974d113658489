package io.jenkins.plugins.azml.runner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** Watches the console and does the actions of a run, each past the match of the one before. Thread-safe. */
final class ConsoleScript implements Consumer<String> {
    private final Deque<RunAction> waiting;
    private final BiConsumer<RunAction, Runnable> act;
    private final StringBuilder text = new StringBuilder();
    private int done;

    /** @param act does an action and calls back when it is done */
    ConsoleScript(List<RunAction> actions, BiConsumer<RunAction, Runnable> act) {
        this.waiting = new ArrayDeque<>(actions);
        this.act = act;
    }

    /** How many actions have been done. */
    synchronized int done() {
        return done;
    }

    /** Takes up what was printed before the build was cut short, past the actions that were done by then. */
    synchronized void takeUp(String printed, int doneBefore) {
        text.append(printed);
        while (done < doneBefore && matches()) {
            waiting.remove();
            done++;
        }
    }

    @Override
    public synchronized void accept(String printed) {
        text.append(printed);
        if (matches()) {
            act.accept(waiting.remove(), this::oneMoreDone);
        }
    }

    private synchronized void oneMoreDone() {
        done++;
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
