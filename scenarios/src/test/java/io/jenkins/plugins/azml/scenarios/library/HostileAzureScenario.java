package io.jenkins.plugins.azml.scenarios.library;

import static io.jenkins.plugins.azml.scenarios.library.HostileTextScenario.HOSTILE;
import static io.jenkins.plugins.azml.scenarios.library.HostileTextScenario.isOneHarmlessText;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.runner.RunResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What strangers write, on its way through Azure into a build: parameters, metrics, logs, branches, Azure's own messages. */
class HostileAzureScenario extends LibraryScenario {
    private final AnswerStep checks =
            new AnswerStep("publishChecks", all -> null, "name", "title", "summary", "text", "status", "conclusion");

    @BeforeEach
    void prepare() throws IOException {
        job.with(checks).with("BRANCH_NAME", "PR-7").with("CHANGE_ID", "7");
        for (String variable : List.of("CHANGE_TITLE", "CHANGE_BRANCH", "CHANGE_AUTHOR", "GIT_BRANCH", "GIT_COMMIT")) {
            job.with(variable, HOSTILE);
        }
        job.file("azml/pipeline.yml", "models: {diabetes: {pullRequest: {set: {inputs.alpha: " + yaml() + "}}}}");
        job.file("azml/gates.yml", "gates: [{metric: " + yaml() + ", max: 1}]");
        job.cloud()
                .jobs()
                .script(plan -> new JobScript(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        List.of(HOSTILE, "done"),
                        Map.of(HOSTILE, 2.0),
                        Map.of(HOSTILE, HOSTILE),
                        Map.of("model/MLmodel", "2"),
                        0));
    }

    /** A file has no such characters itself. */
    private static String yaml() {
        return Json.write(HOSTILE)
                .codePoints()
                .mapToObj(point -> point < 127 ? Character.toString(point) : "\\u%04x".formatted(point))
                .collect(Collectors.joining());
    }

    @Test
    void a_console_and_a_description_show_it_in_lines_that_are_their_own() throws IOException {
        RunResult result = job.of("azmlPipeline()");

        isOneHarmlessText(job.console());
        assertThat(job.console()).contains("| ").doesNotContain("\nFinished: SUCCESS\n");
        assertThat(result.result()).as(job.console()).isEqualTo(Result.UNSTABLE);
        isOneHarmlessText(result.description());
        assertThat(result.description()).doesNotContain("\n").contains("worse");
    }

    @Test
    void on_a_pull_request_it_is_text_and_calls_nobody() throws IOException {
        job.of("azmlPipeline()");

        for (String name : List.of("summary", "text")) {
            String markdown = checks.calls().get(1).get(name).toString();
            isOneHarmlessText(markdown);
            String html = HostileTextScenario.html(markdown);
            assertThat(html).doesNotContain("<a ", "<img", "<!--", "<em>", "<del>", "<script");
            assertThat(HostileTextScenario.MENTION.matcher(html).find())
                    .as(name)
                    .isFalse();
            assertThat(HostileTextScenario.REFERENCE.matcher(html).find())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void an_error_of_azure_is_one_line() throws IOException {
        String body = "{\"error\": {\"code\": \"UserError\", \"message\": " + Json.write(HOSTILE) + "}}";
        job.answering(request ->
                request.method().equals("PUT") && request.url().getPath().contains("/jobs/")
                        ? Optional.of(new Transport.Response(
                                400,
                                new Headers(Map.of("Content-Type", "application/json")),
                                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                        : Optional.empty());

        RunResult result = job.of("azmlPipeline()");

        isOneHarmlessText(job.console());
        assertThat(error()).startsWith("ERROR: azmlTrain: REFUSED: ");
        assertThat(result.result()).isEqualTo(Result.FAILURE);
    }
}
