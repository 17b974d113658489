package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expressions in a job's command: {@code ${{inputs.x}}}, {@code ${{outputs.y}}}. */
final class CommandExpressions {
    private static final Pattern INPUT = Pattern.compile("\\$\\{\\{inputs\\.([\\w.-]+)}}");
    private static final Pattern OUTPUT = Pattern.compile("\\$\\{\\{outputs\\.([\\w.-]+)}}");
    /** What stands in brackets is left out of the command when its input has no value. */
    private static final Pattern OPTIONAL_INPUT = Pattern.compile("\\[[\\w.\\s-]*\\$\\{\\{inputs\\.([\\w.-]+)}}]");

    private static final Pattern SINGLE_BRACES =
            Pattern.compile("(?<!\\{)\\{(inputs|outputs|search_space)\\.([^}]*)}(?!})");

    private CommandExpressions() {}

    /** The old spelling {@code {inputs.x}} in the new one. */
    static Object doubleBraces(Object command) {
        return SINGLE_BRACES.matcher((String) command).replaceAll("\\${{$1.$2}}");
    }

    static void check(Mapping mapping, Fields fields, Check check) {
        String command = fields.needText("command");
        List<String> wanted = names(INPUT, command);
        wanted.removeAll(names(OPTIONAL_INPUT, command));
        dangling("inputs", wanted, fields, mapping, check);
        List<String> outputs = names(OUTPUT, command);
        outputs.remove("default");
        dangling("outputs", outputs, fields, mapping, check);
    }

    private static List<String> names(Pattern pattern, String command) {
        List<String> names = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(command); matcher.find(); ) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static void dangling(String key, List<String> wanted, Fields fields, Mapping mapping, Check check) {
        Map<String, Object> there = fields.dictionary(key);
        for (String name : Set.copyOf(wanted)) {
            if (!there.containsKey(name)) {
                check.report(
                        Rules.valuePlace(mapping, "command"),
                        "the command uses ${{" + key + "." + name + "}}, but '" + key + "' has no '" + name + "'",
                        Nearest.of(name, there.keySet()).orElse(null));
            }
        }
    }
}
