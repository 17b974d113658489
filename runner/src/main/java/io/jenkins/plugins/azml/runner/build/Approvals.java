package io.jenkins.plugins.azml.runner.build;

import java.util.Map;
import java.util.function.BiConsumer;

/** Who answers an {@code input}. */
public interface Approvals {
    /** An answer to an input. */
    sealed interface Answer {
        /** Goes on; the values of the input's parameters that are not left to their defaults. */
        record Approved(String by, Map<String, Object> values) implements Answer {}

        /** Stops. */
        record Refused(String by) implements Answer {}
    }

    /**
     * Asks for an answer and returns at once; the answer comes later, from any thread, once.
     *
     * @param question the input's number in the build and its message
     */
    void ask(Question question, BiConsumer<Question, Answer> answer);

    /** An input that waits. */
    record Question(int id, String inputId, String message, String ok) {}
}
