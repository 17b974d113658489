package io.jenkins.plugins.azml.runner;

import io.jenkins.plugins.azml.runner.build.Approvals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Brings questions and answers together, whichever comes first. Thread-safe. */
final class InputDesk implements Approvals {
    private final Answers policy;
    private final String user;
    private final TerminalQuestions terminal;
    private final Deque<Answer> early = new ArrayDeque<>();
    private @Nullable Question question;
    private @Nullable BiConsumer<Question, Answer> pending;

    InputDesk(Answers policy, String user, TerminalQuestions terminal) {
        this.policy = policy;
        this.user = user;
        this.terminal = terminal;
    }

    @Override
    public synchronized void ask(Question asked, BiConsumer<Question, Answer> answer) {
        if (!early.isEmpty()) {
            answer.accept(asked, early.remove());
            return;
        }
        switch (policy) {
            case APPROVE -> answer.accept(asked, new Answer.Approved(user, Map.of()));
            case REFUSE -> answer.accept(asked, new Answer.Refused(user));
            case ASK ->
                terminal.ask(
                        asked,
                        yes -> answer.accept(
                                asked, yes ? new Answer.Approved(user, Map.of()) : new Answer.Refused(user)));
            case WAIT -> {
                question = asked;
                pending = answer;
            }
        }
    }

    /** Answers the input that waits, or the next one. */
    synchronized void answer(RunAction action) {
        Answer answer = action.kind() == RunAction.Kind.APPROVE
                ? new Answer.Approved(user, action.values())
                : new Answer.Refused(user);
        if (pending == null || question == null) {
            early.add(answer);
            return;
        }
        BiConsumer<Question, Answer> waiting = pending;
        Question asked = question;
        pending = null;
        question = null;
        waiting.accept(asked, answer);
    }
}
