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

    @Override
    public synchronized void accept(String printed) {
        if (waiting.isEmpty()) {
            return;
        }
        text.append(printed);
        Matcher matcher = waiting.element().after().matcher(text);
        if (matcher.find()) {
            text.delete(0, matcher.end());
            act.accept(waiting.remove());
        }
    }
}
