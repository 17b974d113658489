package io.jenkins.plugins.azml.engine.spec.yaml;

import io.jenkins.plugins.azml.engine.problem.Where;

/** A value in a YAML file, with the place where it begins. */
public sealed interface Node permits Scalar, Sequence, Mapping {
    Where where();

    /** What the node is, for a message: {@code a mapping}, {@code a list}, {@code text}, {@code a number} … */
    String noun();
}
