package io.jenkins.plugins.azml.engine.spec.yaml;

import io.jenkins.plugins.azml.engine.problem.Where;
import java.util.List;

/** A list. */
public record Sequence(Where where, List<Node> items) implements Node {
    public Sequence {
        items = List.copyOf(items);
    }

    @Override
    public String noun() {
        return "a list";
    }
}
