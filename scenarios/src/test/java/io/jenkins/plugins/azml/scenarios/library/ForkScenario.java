package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.build.Credential;
import io.jenkins.plugins.azml.runner.step.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fork's pull request whose author has written every file of it, and wants what is not his. */
class ForkScenario {
    private static final String LOOKED_FOR = "of-the-agent";

    @TempDir
    private Path folder;

    private LibraryRun run;

    @BeforeEach
    void prepare() throws IOException {
        run = LibraryRun.in(folder)
                .with("BRANCH_NAME", "PR-9")
                .with("CHANGE_ID", "9")
                .with("CHANGE_FORK", "stranger");
        run.file("azml/pipeline.yml", "models: {iris: {}}");
        run.azml().localAzure("export IDENTITY_ENDPOINT='http://127.0.0.1:1/'\nexport AZURE_SUBSCRIPTION_ID='local'");
        run.azml().answers("train", 0, FakeAzml.done("train", "{\"job\": \"j\"}"));
    }

    private void says(String pipelineFile) throws IOException {
        run.azml().answers("yaml", 0, pipelineFile);
    }

    private RunResult build(String call, Step... steps) throws IOException {
        Map<String, Credential> credentials =
                Map.of("sp", new Credential.ServicePrincipal("sub", "tenant", "client", LOOKED_FOR));
        return run.of(call, options -> options.credentials(credentials).steps(List.of(steps)));
    }

    private List<String> verbs() throws IOException {
        return run.azml().calls().stream()
                .map(call -> call.substring(1, call.indexOf(']')))
                .toList();
    }

    @Test
    void no_credential_is_found_wherever_a_fork_looks() throws IOException {
        for (String name : List.of(
                "AZML_TOKEN", "AZURE_CLIENT_SECRET", "AZURE_PASSWORD", "AZURE_STORAGE_KEY", "IDENTITY_HEADER")) {
            run.with(name, LOOKED_FOR);
        }
        says("{\"credentials\": {\"dev\": \"sp\"}, \"checks\": [\"env >found; cat /proc/self/environ >>found\"],"
                + " \"models\": {\"iris\": {}}}");

        RunResult result = build("azmlPipeline()");

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        String readable = texts(folder.resolve("home/workspace"))
                + texts(result.folder().resolve("archive"))
                + run.azml().environment()
                + run.console();
        assertThat(readable.contains("BRANCH_NAME=PR-9")).isTrue();
        assertThat(readable.contains(LOOKED_FOR)).isFalse();
        System.out.println("library: a fork read " + readable.length() + " characters and no credential in them");
    }

    private static String texts(Path below) throws IOException {
        StringBuilder texts = new StringBuilder();
        if (Files.exists(below)) {
            try (Stream<Path> files = Files.walk(below)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return texts.toString();
    }

    @Test
    void what_its_agent_began_before_it_went_down_is_taken_up() throws IOException {
        says("{\"models\": {\"iris\": {}}}");
        run.azml().answers("resume", 0, FakeAzml.done("train", "{\"job\": \"j\"}"));

        RunResult result = build("azmlPipeline()", new LosingShell("train"));

        assertThat(result.result()).as(run.console()).isEqualTo(Result.SUCCESS);
        assertThat(verbs()).containsSubsequence("train", "resume").containsOnlyOnce("train");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fork | {\"approvers\": \"stranger\"}",
                "commands | {\"people\": \"stranger\"}",
                "result | {\"by\": \"comment\", \"credentialsId\": \"sp\"}",
                "folder | \"..\"",
                "file | \"other.yml\""
            })
    void nothing_in_its_files_gives_it_trust(String key, String value) throws IOException {
        says("{\"models\": {\"iris\": {}}, \"" + key + "\": " + value + "}");

        RunResult result = build("azmlPipeline()");

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(run.console())
                .contains("ERROR: azml/pipeline.yml: '" + key + "' counts in the Jenkinsfile only, as azmlPipeline("
                        + key + ": ...)\n");
        assertThat(verbs()).containsExactly("yaml");
    }

    @Test
    void whoever_may_vouch_is_named_by_the_jenkinsfile_and_asked_before_any_credential() throws IOException {
        says(
                "{\"credentials\": {\"dev\": \"sp\"}, \"approval\": {\"submitters\": \"stranger\"}, \"models\": {\"iris\": {}}}");
        AnswerStep input = new AnswerStep(
                "input",
                all -> {
                    assertThat(environment()).doesNotContain(LOOKED_FOR);
                    return null;
                },
                "message",
                "id",
                "ok",
                "submitter");
        run.azml().answers("train", 2, 0, FakeAzml.waiting("train"));
        run.azml().answers("resume", 0, FakeAzml.done("train", "{\"job\": \"j\"}"));

        build("azmlPipeline(fork: [approvers: 'alice, bob'])", input);

        assertThat(input.calls())
                .singleElement()
                .satisfies(
                        call -> assertThat(call).containsEntry("id", "Vouch").containsEntry("submitter", "alice, bob"));
        assertThat(environment()).as("once vouched for, it trains with it").contains(LOOKED_FOR);
        assertThat(verbs()).endsWith("train", "resume", "evaluate").doesNotContain("register", "deploy", "promote");
    }

    private String environment() {
        try {
            return run.azml().environment();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_fork_that_nobody_vouches_for_is_never_submitted() throws IOException {
        says("{\"credentials\": {\"dev\": \"sp\"}, \"models\": {\"iris\": {}}}");

        build("azmlPipeline()");

        assertThat(verbs())
                .containsExactly(
                        "yaml", "validate", "emulator", "emulator", "train", "emulator", "evaluate", "emulator");
        assertThat(run.azml().calls()).noneMatch(call -> call.contains("--reuse"));
        assertThat(environment()).doesNotContain(LOOKED_FOR);
    }
}
