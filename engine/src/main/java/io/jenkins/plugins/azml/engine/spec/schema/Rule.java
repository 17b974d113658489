package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;

/** What must hold between the keys of one mapping. Runs when each key alone is right. */
interface Rule {
    void check(Mapping mapping, Fields fields, Check check);
}
