package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every variable and class of the library. */
@CommandLineAlone("the library's own text: no Jenkinsfile runs")
class VariablesTest {
    private static final Path ROOT = LibraryRun.repository();
    private static final Pattern DOCUMENTED = Pattern.compile("<li><code>([A-Za-z]+)</code>:");
    private static final Pattern WORD = Pattern.compile("'([A-Za-z]+)'");
    private static final Pattern STATIC = Pattern.compile("\\bstatic\\b(?! final (?:long|int|String)\\b)");
    private static final Pattern PLAIN_METHOD =
            Pattern.compile("@NonCPS\\s+(?:private )?[A-Za-z.]+ \\w+\\([^)]*\\) \\{\\n(.*?)\\n    }", Pattern.DOTALL);

    private static final Path RESOURCES = ROOT.resolve("resources/io/jenkins/plugins/azml");
    private static final Pattern METHOD = Pattern.compile(
            "\\n(?: {4}(@NonCPS)\\n)? {4}(?:private )?(?:[A-Z][A-Za-z.]*|void|boolean|int) (\\w+)\\([^)]*\\) \\{");
    private static final Pattern OWN_CALL = Pattern.compile("(?<![.\\w])(?:this\\.)?(\\w+)\\(");
    private static final Pattern NEW_CALL = Pattern.compile("new (\\w+)\\([^()]*\\)\\.(\\w+)\\(");

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

    @ParameterizedTest
    @MethodSource("classes")
    void what_is_not_resumable_calls_nothing_that_is(Path source) throws IOException {
        Map<String, Set<String>> resumable = new TreeMap<>();
        for (Path each : classes()) {
            resumable.put(name(each), resumableMethods(read(each)));
        }

        List<String> calls = PLAIN_METHOD
                .matcher(read(source))
                .results()
                .flatMap(method -> calls(method.group(1), name(source)))
                .toList();

        assertThat(calls)
                .noneMatch(call -> resumable
                        .getOrDefault(call.substring(0, call.indexOf('.')), Set.of())
                        .contains(call.substring(call.indexOf('.') + 1)));
    }

    private static Set<String> resumableMethods(String text) {
        return METHOD.matcher(text)
                .results()
                .filter(method -> method.group(1) == null)
                .map(method -> method.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As CLASS.METHOD: on the object itself, and on new ones. */
    private static Stream<String> calls(String body, String own) {
        Stream<String> here = OWN_CALL.matcher(body).results().map(call -> own + "." + call.group(1));
        Stream<String> there = NEW_CALL.matcher(body).results().map(call -> call.group(1) + "." + call.group(2));
        return Stream.concat(here, there);
    }

    @Test
    void every_class_is_checked_for_calls_between_its_methods() throws IOException {
        long plain = 0;
        long resumable = 0;
        for (Path source : classes()) {
            plain += PLAIN_METHOD.matcher(read(source)).results().count();
            resumable += resumableMethods(read(source)).size();
        }

        System.out.println("library: " + plain + " plain methods, " + resumable + " resumable ones");
        assertThat(plain).isGreaterThan(30);
        assertThat(resumable).isGreaterThan(60);
    }

    @Test
    void the_manual_has_every_key_of_the_pipeline_file_with_its_default() {
        String manual = read(ROOT.resolve("docs/library.md"));
        JsonObject properties = schema().in("properties");

        for (String key : properties.members().keySet()) {
            String row = manual.lines()
                    .filter(line -> line.startsWith("| `" + key + "` |"))
                    .findFirst()
                    .orElse("");
            String means = properties.in(key).needString("description");
            assertThat(row).as(key).contains(means);
            assertThat(properties.in(key, "properties").members().keySet())
                    .as(key)
                    .allSatisfy(inner -> assertThat(row).contains("`" + inner + "`"));
        }
    }

    @Test
    void the_manual_has_every_argument_of_every_step() {
        String manual = read(ROOT.resolve("docs/library.md"));

        table().forEach((step, own) -> assertThat(own)
                .as(step)
                .allSatisfy(argument -> assertThat(manual.lines())
                        .as(argument)
                        .anyMatch(line -> line.startsWith("| `" + step + "` |")
                                && line.replace("**", "").contains("`" + argument + "`"))));
    }

    @Test
    void every_default_is_one_that_the_schema_knows() {
        JsonObject defaults = JsonObject.read(read(RESOURCES.resolve("defaults.json")));

        assertThat(unknown(defaults.members(), schema().in("properties"))).isEmpty();
    }

    private static List<String> unknown(Map<String, ?> defaults, JsonObject properties) {
        List<String> unknown = new ArrayList<>();
        defaults.forEach((key, value) -> {
            JsonObject inner = properties.in(key, "properties");
            if (!properties.members().containsKey(key)) {
                unknown.add(key);
            } else if (value instanceof Map<?, ?> map && !inner.members().isEmpty()) {
                unknown.addAll(unknown(new JsonObject(cast(map)).members(), inner));
            }
        });
        return unknown;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
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
        return new TreeSet<>(schema().in("properties").members().keySet());
    }

    private static JsonObject schema() {
        return JsonObject.read(read(RESOURCES.resolve("pipeline.schema.json")));
    }

    /** The names of all keys, at every depth. */
    private static Set<String> names(JsonObject properties) {
        Set<String> names = new TreeSet<>(properties.members().keySet());
        for (String name : properties.members().keySet()) {
            for (String deeper : List.of("properties", "items", "additionalProperties")) {
                Object inner = properties.at(name, deeper);
                if (inner instanceof Map<?, ?>) {
                    JsonObject rule = properties.in(name, deeper);
                    names.addAll(names(deeper.equals("properties") ? rule : rule.in("properties")));
                }
            }
        }
        return names;
    }

    @Test
    void every_key_of_the_pipeline_file_is_read_somewhere() throws IOException {
        String sources = classes().stream().map(VariablesTest::read).collect(Collectors.joining());

        Set<String> names = names(schema().in("properties"));
        System.out.println("library: " + names.size() + " names of keys in pipeline.yml, each read");
        assertThat(names).contains("submitters", "people", "days");
        assertThat(names).allSatisfy(key -> assertThat(sources).containsPattern("[.'\\[ ]" + key + "\\b"));
    }

    /** The own arguments of each stage, as the library's table has them. */
    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new TreeMap<>();
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

    static String name(Path variable) {
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
        static final Map<String, Set<String>> OF_HANDLES = Map.of(
                "azmlResume", Set.of("run", "step", "arguments", "junit", "markdown", "propagate"),
                "azmlCancel", Set.of("run", "step", "arguments", "propagate"));
    }
}
