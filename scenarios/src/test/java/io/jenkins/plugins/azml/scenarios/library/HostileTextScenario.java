package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.runner.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers write, on its way through a build: branches, titles, metrics, names and messages of Azure. */
@CommandLineAlone(
        "an azml that is hostile in every field of its answers, and a shell; what an Azure can do to both is in HostileAzureScenario")
class HostileTextScenario {
    static final String HOSTILE = "\u001b[2J\u001b]52;c;aGk=\u0007\rFinished: SUCCESS\n::set-env name=X::1\n"
            + "\u001b[8mha:AAAA\u009b\u202e $(touch pwned) `touch pwned` ${HOME} $HOME '; touch pwned; ' \" "
            + "@org/team #12 GH-3 a/b#4 ~x [y](https://evil.example) ![i](https://evil.example/p.png) www.evil.example "
            + "<!-- azml models-iris --> <img src=x onerror=alert(1)> | *b* \\";
    private static final List<Extension> GITHUB = List.of(
            TablesExtension.create(),
            AutolinkExtension.builder()
                    .linkTypes(AutolinkType.URL, AutolinkType.WWW)
                    .build());
    static final Pattern MENTION = Pattern.compile("@[\\p{Alnum}_]");
    static final Pattern REFERENCE = Pattern.compile("(?<![&\\w])#\\d|GH-\\d|\\w#\\d");
    private static final String PULL_REQUEST =
            "{\"models\": {\"iris\": {\"pullRequest\": {\"set\": {\"inputs.n\": " + Json.write(HOSTILE) + "}}}}}";

    @TempDir
    private Path folder;

    private final AnswerStep checks =
            new AnswerStep("publishChecks", all -> null, "name", "title", "summary", "text", "status", "conclusion");
    private LibraryRun run;

    @BeforeEach
    void prepare() throws IOException {
        run = LibraryRun.in(folder).with("BRANCH_NAME", "PR-7").with("CHANGE_ID", "7");
        for (String variable : List.of("CHANGE_TITLE", "CHANGE_BRANCH", "CHANGE_AUTHOR", "GIT_BRANCH")) {
            run.with(variable, HOSTILE);
        }
        run.file("azml/pipeline.yml", "models: {iris: {}}");
        run.azml().answers("yaml", 0, PULL_REQUEST);
        String trained = Json.write(Map.of(
                "job",
                HOSTILE,
                "reused",
                true,
                "studioUrl",
                "javascript:alert(1)",
                "metrics",
                Map.of(HOSTILE, 1),
                "tags",
                Map.of("azml.commit", HOSTILE, "azml.data.patients", HOSTILE)));
        run.azml().answers("train", 0, FakeAzml.done("train", trained));
        run.azml().answers("resume", 0, FakeAzml.done("train", trained));
        judges(HOSTILE);
    }

    private void judges(String reason) throws IOException {
        Map<String, Object> gate = Map.of(
                "metric", HOSTILE, "rule", HOSTILE, "candidate", HOSTILE, "reference", HOSTILE, "outcome", HOSTILE);
        String verdict =
                Json.write(Map.of("verdict", "worse", "reason", reason, "champion", HOSTILE, "gates", List.of(gate)));
        run.azml()
                .answers(
                        "evaluate",
                        3,
                        "{\"run\": \"@RUN@\", \"stage\": \"evaluate\", \"status\": \"gate\", \"exitCode\": 3, \"result\": "
                                + verdict + "}");
    }

    private RunResult build() throws IOException {
        return run.of("azmlPipeline()", options -> options.steps(List.of(checks)));
    }

    static void isOneHarmlessText(String text) {
        assertThat(text.lines().filter(line -> line.codePoints().anyMatch(point -> point != '\t' && isHidden(point))))
                .isEmpty();
        assertThat(text.lines()).noneMatch(line -> line.startsWith("::"));
        assertThat(text.lines().filter(line -> line.startsWith("Finished: "))).hasSizeLessThan(2);
    }

    private static boolean isHidden(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.FORMAT && point != 0x200b;
    }

    @Test
    void a_console_shows_it_in_lines_that_are_its_own() throws IOException {
        RunResult result = build();

        isOneHarmlessText(run.console());
        assertThat(run.console()).contains("nothing was trained: job").doesNotContain("\nFinished: SUCCESS\n");
        assertThat(result.result()).isEqualTo(Result.UNSTABLE);
        isOneHarmlessText(result.description());
        assertThat(result.description()).doesNotContain("\n");
    }

    @Test
    void an_error_with_it_is_one_line() throws IOException {
        Map<String, Object> problem = Map.of(
                "code",
                HOSTILE,
                "what",
                HOSTILE,
                "fix",
                HOSTILE,
                "suggestion",
                HOSTILE,
                "where",
                Map.of("file", HOSTILE, "line", 1));
        run.azml()
                .answers(
                        "train",
                        1,
                        "{\"run\": \"@RUN@\", \"stage\": \"train\", \"status\": \"failed\", \"exitCode\": 1, \"problems\": "
                                + Json.write(List.of(problem)) + "}");

        RunResult result = build();

        isOneHarmlessText(run.console());
        assertThat(run.console().lines().filter(line -> line.startsWith("ERROR: ")))
                .hasSize(1);
        assertThat(result.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void nothing_of_it_is_run_or_takes_the_place_of_a_variable() throws IOException {
        build();

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).doesNotContain("pwned");
        }
        assertThat(String.join("\n", run.azml().calls()))
                .contains("[--set=inputs.n=\u001b[2J", "${HOME} $HOME '; touch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../iris", "a/b", "$(touch pwned)", "a\\nFinished: SUCCESS", "-rf", ".."})
    void a_model_has_a_name_that_can_be_a_files(String name) throws IOException {
        run.azml().answers("yaml", 0, "{\"models\": {\"" + name + "\": {}}}");

        RunResult result = build();

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(run.console().lines().filter(line -> line.startsWith("ERROR: ")))
                .singleElement()
                .asString()
                .startsWith("ERROR: azml/pipeline.yml: 'models' has no key '")
                .contains("letters, digits");
    }

    @Test
    void on_a_pull_request_it_is_text_and_calls_nobody() throws IOException {
        build();

        for (String name : List.of("summary", "text")) {
            String markdown = checks.calls().get(1).get(name).toString();
            isOneHarmlessText(markdown);
            String html = html(markdown);
            assertThat(html).doesNotContain("<a ", "<img", "<!--", "<em>", "<del>", "<script");
            assertThat(MENTION.matcher(html).results().map(found -> found.group()))
                    .as(name)
                    .isEmpty();
            assertThat(REFERENCE.matcher(html).results().map(found -> found.group()))
                    .as(name)
                    .isEmpty();
        }
        String text = html(checks.calls().get(1).get("text").toString());
        assertThat(text.split("<table>", -1)).as("gates and lineage").hasSize(3);
        assertThat(text.substring(0, text.indexOf("</table>")).split("<td>", -1))
                .hasSize(7);
    }

    static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(GITHUB)
                .build()
                .render(Parser.builder().extensions(GITHUB).build().parse(markdown));
    }

    @Test
    void a_text_of_200_kilobytes_is_cut_to_what_a_check_may_hold() throws IOException {
        judges("é\ud83d\ude00<".repeat(50_000));

        build();

        for (String name : List.of("title", "summary", "text")) {
            String text = checks.calls().get(1).get(name).toString();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes.length).as(name).isLessThan(65_536);
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as("no half of a character")
                    .isEqualTo(text);
        }
    }
}
