package io.jenkins.plugins.azml.plugin.check;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.engine.report.MarkdownLines;
import io.jenkins.plugins.azml.plugin.build.EndedStages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check says of a build. */
class CheckTest {
    private static final String HOSTILE =
            "@all #1 [x](https://evil.example) <img src=x> | `a` **b** www.evil.example\n# h";
    private static final String SECRET = "sig=s3cretS3cretS3cret";

    @TempDir
    Path folder;

    private EndedStages stages;

    @BeforeEach
    void begin() {
        stages = new EndedStages(folder);
    }

    private Check completed(Result result) {
        return Check.completed(stages.action().getReport(), result);
    }

    private void training(String name, Map<String, ?> metrics) throws IOException {
        stages.add(
                name,
                "train",
                "done",
                Map.of(
                        "job",
                        name,
                        "metrics",
                        metrics,
                        "studioUrl",
                        "https://ml.azure.com/runs/" + name + "?wsid=/a/b"));
    }

    private void held(String metric) throws IOException {
        stages.add(
                "verdict",
                "evaluate",
                "gate",
                Map.of(
                        "verdict",
                        "worse",
                        "reason",
                        metric + " 70.0 is more than 65",
                        "candidate",
                        "job-1",
                        "champion",
                        "diabetes:1",
                        "gates",
                        List.of(Map.of(
                                "metric",
                                metric,
                                "rule",
                                "at most 65",
                                "candidate",
                                70.0,
                                "reference",
                                65,
                                "difference",
                                5.0,
                                "outcome",
                                "failed",
                                "reason",
                                metric + " 70.0 is more than 65"))));
        Files.writeString(folder.resolve("azml/verdict/state.json"), """
                {"schema":"evaluate/1","generation":2,"writtenBy":"azml-jenkins/0.1","state":"Measured","data":{"comparison":{
                "candidate":{"model":"job-1","digest":null,"testData":"test:1","metrics":{"rmse":70.0}},
                "champion":{"model":"diabetes:1","digest":null,"testData":"test:1","metrics":{"rmse":55.5}}}}}
                """);
    }

    @Test
    void a_build_that_a_gate_held_shows_jobs_figures_gates_and_champion() throws IOException {
        training("job-1", Map.of("rmse", 70.0));
        held("rmse");

        Check check = completed(Result.UNSTABLE);

        assertThat(check.conclusion()).isEqualTo(Conclusion.FAILURE);
        assertThat(check.title()).isEqualTo("evaluate: verdict worse, rmse 70.0 is more than 65");
        assertThat(check.summary()).isEqualTo("""
                | stage | workspace | status | job | came to | time |
                | --- | --- | --- | --- | --- | --- |
                | train | dev | done | [job-1](https://ml.azure.com/runs/job-1?wsid=/a/b) | job-1 | 1 min 1 s |
                | evaluate | dev | held by a gate | job-1 | verdict worse | 1 min 1 s |

                ### Verdict: worse

                Challenger job-1, champion diabetes:1, measured on –.

                | metric | gate | challenger | compared with | difference | outcome |
                | --- | --- | --- | --- | --- | --- |
                | rmse | at most 65 | 70 | 65 | 5 | failed |

                Reason: rmse 70.0 is more than 65.

                | metric | challenger | champion | difference |
                | --- | --- | --- | --- |
                | rmse | 70 | 55.5 | 14.5 |

                ### Metrics

                | metric | job-1 |
                | --- | --- |
                | rmse | 70 |

                ### Lineage

                | commit | data | job | model | deployments |
                | --- | --- | --- | --- | --- |
                | – | – | job-1 | – | – |
                """);
    }

    @ParameterizedTest(name = "{0}, stages {1}: {2}")
    @CsvSource({
        "SUCCESS, done, SUCCESS, rmse 55",
        "SUCCESS, done gate, FAILURE, evaluate: verdict worse",
        "UNSTABLE, done gate, FAILURE, evaluate: verdict worse",
        "UNSTABLE, done, NEUTRAL, 'build UNSTABLE, rmse 55'",
        "SUCCESS, waiting, NEUTRAL, 1 waiting",
        "SUCCESS, failed done, NEUTRAL, evaluate: ",
        "FAILURE, done, FAILURE, 'build FAILURE, rmse 55'",
        "FAILURE, done failed, FAILURE, evaluate: ",
        "ABORTED, done gate, CANCELLED, evaluate: ",
        "NOT_BUILT, done, NEUTRAL, build NOT_BUILT"
    })
    void a_conclusion_is_the_builds_and_the_gates(String result, String kinds, Conclusion expected, String title)
            throws IOException {
        for (String status : kinds.split(" ")) {
            if (status.equals("done")) {
                training("job-1", Map.of("rmse", 55.0));
            } else {
                stages.add(status, "evaluate", status, Map.of("verdict", "worse"));
            }
        }

        Check check = completed((Result) named(result));

        assertThat(check.conclusion()).isEqualTo(expected);
        assertThat(check.title()).startsWith(title);
    }

    private static Object named(String result) {
        try {
            return Result.class.getField(result).get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_build_that_goes_on_has_no_conclusion() throws IOException {
        training("job-1", Map.of("rmse", 70.0));
        stages.add("next", "evaluate", "running", Map.of());

        Check check = Check.inProgress(stages.action().getReport());

        assertThat(check.conclusion()).isNull();
        assertThat(check.title()).isEqualTo("1 done, 1 running");
    }

    @Test
    void foreign_text_is_text_and_secrets_are_left_out() throws IOException {
        training("job-1", Map.of(HOSTILE, 1.0, SECRET, 2.0));
        held(HOSTILE);
        stages.add(
                "test", "test", "done", Map.of("tests", List.of(Map.of("name", HOSTILE, "failures", List.of(SECRET)))));

        Check check = completed(Result.SUCCESS);

        assertThat(check.summary())
                .contains("@\u200ball", "\\[x\\](", "\\<img src=x\\>", "\\| \\`a\\`")
                .doesNotContain(" <img", "[x](https", "www.evil", "s3cret");
        assertThat(check.title()).doesNotContain("\n", "s3cret");
        check.summary()
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains("img"))
                .forEach(line -> assertThat(Pattern.compile("(?<!\\\\)\\|")
                                .matcher(line)
                                .results()
                                .count())
                        .isIn(3L, 4L, 7L));
    }

    @Test
    void only_an_address_that_ends_where_it_ends_is_a_link() throws IOException {
        stages.add("job-1", "train", "done", Map.of("job", "job-1", "studioUrl", "https://ml.azure.com/a)[x](b"));

        assertThat(completed(Result.SUCCESS).summary())
                .contains("| job-1 | job-1 |")
                .doesNotContain("https");
    }

    @Test
    void a_summary_is_never_longer_than_a_check_may_be() throws IOException {
        Map<String, Double> many = new java.util.HashMap<>();
        IntStream.range(0, 9_000).forEach(number -> many.put("metric ü " + number, 1.0));
        training("job-1", many);

        byte[] summary = completed(Result.SUCCESS).summary().getBytes(StandardCharsets.UTF_8);

        System.out.println("check of 9,000 metrics: " + summary.length + " bytes of " + MarkdownLines.LONGEST);
        assertThat(summary.length).isBetween(60_000, MarkdownLines.LONGEST);
    }
}
