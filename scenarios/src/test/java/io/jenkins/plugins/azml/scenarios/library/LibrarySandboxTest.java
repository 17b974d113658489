package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A library that every job of a Jenkins trusts, in the hands of a Jenkinsfile that nobody does. */
@CommandLineAlone(
        "the library's own text, and what its classes make of an answer; a plugin's answers are plain in StepsScenario")
class LibrarySandboxTest {
    /** What reaches the controller's files, network, processes, classes or objects. */
    private static final Pattern CONTROLLER = Pattern.compile(
            "\\bnew (File|URL|URI|Socket|GroovyShell|ProcessBuilder)\\b|java\\.(io|nio|net|lang\\.reflect)\\b|\\.execute\\("
                    + "|\\bClass\\b|\\.class\\b|\\.metaClass\\b|\\bEval\\b|script\\.evaluate\\(|@Grab|\\bJenkins\\b\\.|\\brawBuild\\b|getRawBuild"
                    + "|\\bSystem\\.(?!currentTimeMillis\\(\\))|\\bThread\\b|\\bRuntime\\b");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (.+)$");
    private static final Pattern SHELL = Pattern.compile("\\.(sh|bat|powershell|pwsh)\\((.*?)[,)]");

    @TempDir
    private Path folder;

    private LibraryRun run;

    @BeforeEach
    void prepare() throws IOException {
        run = LibraryRun.in(folder);
    }

    static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>(VariablesTest.variables());
        sources.addAll(VariablesTest.classes());
        return sources;
    }

    @ParameterizedTest
    @MethodSource("sources")
    void nothing_of_it_reaches_the_controller(Path source) throws IOException {
        String code = Files.readString(source).replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "");

        assertThat(CONTROLLER.matcher(code).results().map(found -> found.group()))
                .isEmpty();
        assertThat(IMPORT.matcher(code).results().map(found -> found.group(1)))
                .allMatch(name ->
                        name.matches("com\\.cloudbees\\.groovy\\.cps\\.NonCPS|groovy\\.json\\.Json(Output|Slurper)"
                                + "|hudson\\.AbortException|java\\.time\\..+|io\\.jenkins\\.plugins\\.azml\\..+"
                                + "|org\\.jenkinsci\\.plugins\\.workflow\\.steps\\.FlowInterruptedException"));
    }

    @Test
    void a_shell_gets_the_librarys_own_script_or_the_projects_own_checks() throws IOException {
        List<String> shells = new ArrayList<>();
        for (Path source : sources()) {
            SHELL.matcher(Files.readString(source))
                    .results()
                    .map(call -> call.group(1) + " " + call.group(2))
                    .forEach(shells::add);
        }

        assertThat(shells).containsExactlyInAnyOrder("sh script: text(", "sh command");
    }

    @Test
    void no_argument_and_no_key_of_the_pipeline_file_is_a_secret() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Path variable : VariablesTest.variables()) {
            String text = Files.readString(variable.resolveSibling(VariablesTest.name(variable) + ".txt"));
            Pattern.compile("<code>([A-Za-z]+)</code>")
                    .matcher(text)
                    .results()
                    .forEach(word -> names.add(word.group(1)));
        }
        Path schema = LibraryRun.repository().resolve("resources/io/jenkins/plugins/azml/pipeline.schema.json");
        keys(JsonObject.read(Files.readString(schema)).members(), names);

        assertThat(names).contains("credentialsId", "workspace", "approvers");
        assertThat(names).noneMatch(name -> name.matches("(?i).*(secret|password|token|key|sas|connectionString)$"));
        System.out.println("library: none of " + names.size() + " arguments and keys is for a secret");
    }

    private static void keys(Map<?, ?> schema, TreeSet<String> names) {
        schema.forEach((key, value) -> {
            if (key.equals("properties") && value instanceof Map<?, ?> properties) {
                properties.keySet().forEach(name -> names.add(name.toString()));
            }
            if (value instanceof Map<?, ?> inner) {
                keys(inner, names);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "azmlSetup(folder: 'f')",
                "azmlTrain(file: 'f')",
                "azmlTrain(file: 'f', wait: false)",
                "azmlEvaluate(gates: 'f', job: 'j')",
                "azmlRegister(file: 'f')",
                "azmlDeploy(file: 'f', model: 'm:1')",
                "azmlTest(tests: 'f', endpoint: 'e')",
                "azmlPromote(file: 'f', model: 'm:1', to: 'prod', tests: 't')",
                "azmlRollback(endpoint: 'e')",
                "azmlResume(run: 'r')",
                "azmlCancel(run: 'r')"
            })
    void what_a_step_gives_is_maps_lists_texts_numbers_and_flags(String step) throws IOException {
        AnswerStep look = new AnswerStep("look", all -> null, "value");
        run.of("node { look(" + step + ") }", options -> options.steps(List.of(look)));

        assertThat(look.calls()).singleElement().satisfies(call -> isPlain(call.get("value")));
    }

    private static void isPlain(Object value) {
        assertThat(value).isInstanceOfAny(Map.class, List.class, String.class, Number.class, Boolean.class);
        Stream<?> inner = value instanceof Map<?, ?> map
                ? Stream.concat(map.keySet().stream(), map.values().stream())
                : value instanceof List<?> list ? list.stream() : Stream.empty();
        inner.filter(each -> each != null).forEach(LibrarySandboxTest::isPlain);
    }
}
