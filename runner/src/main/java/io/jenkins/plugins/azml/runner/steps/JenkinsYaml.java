package io.jenkins.plugins.azml.runner.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML as Jenkins reads it, by the older version 1.1: {@code yes} and {@code on} are true, and maps can be merged. */
final class JenkinsYaml extends CoreSchema {
    private static final Pattern WORDS = Pattern.compile("yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF");
    private static final List<String> TRUE = List.of("true", "yes", "on");

    @Override
    public ScalarResolver getScalarResolver() {
        return new Resolver();
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        Map<Tag, ConstructNode> constructors = new HashMap<>(super.getSchemaTagConstructors());
        constructors.put(
                Tag.BOOL, node -> TRUE.contains(((ScalarNode) node).getValue().toLowerCase(Locale.ROOT)));
        return constructors;
    }

    private static final class Resolver extends CoreScalarResolver {
        Resolver() {
            super(true);
            addImplicitResolver(Tag.BOOL, WORDS, "yYnNoO");
        }
    }
}
