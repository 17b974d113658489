package io.jenkins.plugins.azml.runner;

import io.jenkins.plugins.azml.runner.build.Approvals.Question;
import java.util.function.Consumer;

/** Asks the person at the terminal. */
@FunctionalInterface
public interface TerminalQuestions {
    /** Asks and returns at once; the answer comes later, once. */
    void ask(Question question, Consumer<Boolean> approved);
}
