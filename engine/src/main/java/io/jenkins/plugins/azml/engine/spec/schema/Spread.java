package io.jenkins.plugins.azml.engine.spec.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several members of the parent object that one key of the file stands for; the names are paths from the parent. */
record Spread(Map<String, @Nullable Object> members) {}
