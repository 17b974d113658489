package io.jenkins.plugins.azml.runner;

import io.jenkins.plugins.azml.runner.build.Approvals.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks on a terminal: a line that begins with y approves, anything else or the end of the input refuses. */
public final class TerminalPrompt implements TerminalQuestions {
    private final BufferedReader input;
    private final Consumer<String> output;

    public TerminalPrompt(InputStream input, Consumer<String> output) {
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        this.output = output;
    }

    @Override
    public void ask(Question question, Consumer<Boolean> approved) {
        output.accept(question.message() + " [y/N] ");
        Thread reader = new Thread(() -> approved.accept(isYes()), "azml-run-input");
        reader.setDaemon(true);
        reader.start();
    }

    private boolean isYes() {
        try {
            String line = input.readLine();
            return line != null && line.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException closed) {
            return false;
        }
    }
}
