package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every variable and class of the library. */
class VariablesTest {
    private static final Path ROOT = LibraryRun.repository();
    private static final Pattern DOCUMENTED = Pattern.compile("<li><code>([A-Za-z]+)</code>:");
    private static final Pattern WORD = Pattern.compile("'([A-Za-z]+)'");
    private static final Pattern STATIC = Pattern.compile("\\bstatic\\b(?! final (?:long|int|String)\\b)");
    private static final Pattern PLAIN_METHOD =
            Pattern.compile("@NonCPS\\s+(?:private )?[A-Za-z.]+ \\w+\\([^)]*\\) \\{\\n(.*?)\\n    }", Pattern.DOTALL);

    static List<Path> variables() throws IOException {
        return groovy("vars");
    }

    static List<Path> classes() throws IOException {
        return groovy("src");
    }

    private static List<Path> groovy(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".groovy"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_step_of_the_loop_is_there() throws IOException {
        Set<String> names = variables().stream().map(VariablesTest::name).collect(Collectors.toSet());
        System.out.println(
                "library: " + names.size() + " variables, " + classes().size() + " classes");

        assertThat(names).containsAll(table().keySet()).contains("azmlResume", "azmlCancel");
    }

    @ParameterizedTest
    @MethodSource("variables")
    void it_is_documented(Path variable) {
        Path text = variable.resolveSibling(name(variable) + ".txt");

        assertThat(text).exists();
        assertThat(read(text)).contains("<strong>" + name(variable) + "</strong>");
    }

    @ParameterizedTest
    @MethodSource("variables")
    void every_documented_key_is_read_and_every_read_key_is_documented(Path variable) {
        Path text = variable.resolveSibling(name(variable) + ".txt");

        assertThat(documented(text)).containsExactlyInAnyOrderElementsOf(keys(name(variable)));
    }

    @ParameterizedTest
    @MethodSource({"variables", "classes"})
    void it_keeps_nothing_in_a_static_field(Path source) {
        assertThat(STATIC.matcher(read(source)).results().map(match -> match.group()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void it_is_serializable_and_calls_no_step_where_none_may_be_called(Path source) {
        String text = read(source);

        assertThat(text).contains("implements Serializable");
        assertThat(PLAIN_METHOD.matcher(text).results().map(method -> method.group(1)))
                .noneMatch(body -> body.matches("(?s).*\\b(script|steps)\\b.*"));
    }

    private static Set<String> keys(String variable) {
        if (Keys.OF_HANDLES.containsKey(variable)) {
            return Keys.OF_HANDLES.get(variable);
        }
        if (variable.equals("azmlPipeline")) {
            return schemaKeys();
        }
        Set<String> keys = new TreeSet<>(Keys.COMMON);
        keys.addAll(table().get(variable));
        return keys;
    }

    private static Set<String> schemaKeys() {
        JsonObject schema = JsonObject.read(read(ROOT.resolve("resources/io/jenkins/plugins/azml/pipeline.schema.json"))
                .getBytes(StandardCharsets.UTF_8));
        return new TreeSet<>(schema.in("properties").members().keySet());
    }

    @Test
    void every_key_of_the_pipeline_file_is_read_somewhere() throws IOException {
        String sources = classes().stream().map(VariablesTest::read).collect(Collectors.joining());

        assertThat(schemaKeys()).allSatisfy(key -> assertThat(sources).containsPattern("[.']" + key + "\\b"));
    }

    /** The own arguments of each stage, as the library's table has them. */
    private static java.util.Map<String, Set<String>> table() {
        java.util.Map<String, Set<String>> table = new java.util.TreeMap<>();
        String source = read(ROOT.resolve("src/io/jenkins/plugins/azml/StepTable.groovy"));
        String stages = source.substring(source.indexOf("Map stages()"), source.indexOf("Map handles()"));
        for (String row : stages.split("(?=azml[A-Z])")) {
            if (row.startsWith("azml")) {
                table.put(row.substring(0, row.indexOf(':')), words(row.replaceFirst("verb: '[a-z]+'", "")));
            }
        }
        return table;
    }

    private static Set<String> words(String row) {
        return WORD.matcher(row).results().map(word -> word.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> documented(Path text) {
        return DOCUMENTED
                .matcher(read(text))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String name(Path variable) {
        return variable.getFileName().toString().replace(".groovy", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is the same for several steps. */
    private static final class Keys {
        static final Set<String> COMMON = Set.of(
                "workspace",
                "subscription",
                "resourceGroup",
                "credentialsId",
                "wait",
                "run",
                "node",
                "timeout",
                "propagate");
        static final java.util.Map<String, Set<String>> OF_HANDLES = java.util.Map.of(
                "azmlResume", Set.of("run", "step", "arguments", "junit", "markdown", "propagate"),
                "azmlCancel", Set.of("run", "step", "arguments", "propagate"));
    }
}
