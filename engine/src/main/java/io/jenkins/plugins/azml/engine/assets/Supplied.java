package io.jenkins.plugins.azml.engine.assets;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the supply of a spec has come.
 *
 * @param answers to the spec's needs, in their order
 * @param written how many of the assets that the spec holds inline have been registered
 * @param filesSent how many files were uploaded
 */
public record Supplied(List<Answer> answers, int written, int filesSent) {

    public Supplied {
        answers = List.copyOf(answers);
    }

    public static Supplied nothing() {
        return new Supplied(List.of(), 0, 0);
    }

    Supplied with(Answer answer, int sent) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(answer);
        return new Supplied(more, written, filesSent + sent);
    }

    Supplied withOneWritten() {
        return new Supplied(answers, written + 1, filesSent);
    }
}
