package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.scenarios.flows.TwinJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fork's pull request whose author has written every file of it, and wants what is not his. */
class ForkScenario extends LibraryScenario {
    private static final String LOOKED_FOR = "of-the-agent";

    @BeforeEach
    void prepare() throws IOException {
        job.with("BRANCH_NAME", "PR-9").with("CHANGE_ID", "9").with("CHANGE_FORK", "stranger");
        says("models: {diabetes: {}}");
    }

    private void says(String pipelineFile) throws IOException {
        job.file("azml/pipeline.yml", pipelineFile);
    }

    @Test
    void no_credential_is_found_wherever_a_fork_looks() throws IOException {
        for (String name : List.of(
                "AZML_TOKEN", "AZURE_CLIENT_SECRET", "AZURE_PASSWORD", "AZURE_STORAGE_KEY", "IDENTITY_HEADER")) {
            job.with(name, LOOKED_FOR);
        }
        job.runningCommands();
        says(
                "credentials: {dev: azure}\nsetup: {dev: azml/setup/dev}\nchecks: ['env >found; cat /proc/self/environ >>found']\nmodels: {diabetes: {}}");

        RunResult result = job.of("azmlPipeline()");

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        String readable = texts(job.home().resolve("workspace"))
                + texts(result.folder().resolve("archive"))
                + job.environments()
                + job.console();
        assertThat(readable.contains("BRANCH_NAME=PR-9")).isTrue();
        assertThat(readable.contains(LOOKED_FOR)).isFalse();
        assertThat(readable.contains(TwinJob.SECRET)).isFalse();
        assertThat(job.console()).contains("a pull request of a fork gets no credentials");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fork | {approvers: stranger}",
                "commands | {people: stranger}",
                "result | {by: comment, credentialsId: azure}",
                "folder | '..'",
                "file | other.yml"
            })
    void nothing_in_its_files_gives_it_trust(String key, String value) throws IOException {
        says("models: {diabetes: {}}\n" + key + ": " + value + "\n");

        RunResult result = job.of("azmlPipeline()");

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(error())
                .isEqualTo("ERROR: azml/pipeline.yml: '" + key + "' counts in the Jenkinsfile only, as azmlPipeline("
                        + key + ": ...)");
        assertThat(verbs()).containsExactly("yaml");
    }

    @Test
    void whoever_may_vouch_is_named_by_the_jenkinsfile_and_asked_before_any_credential() throws IOException {
        says(
                "credentials: {dev: azure}\napproval: {submitters: stranger}\nsetup: {dev: azml/setup/dev}\nmodels: {diabetes: {set: {inputs.alpha: 4}}}");
        AnswerStep input = new AnswerStep(
                "input",
                all -> {
                    assertThat(job.environments()).doesNotContain(TwinJob.SECRET);
                    assertThat(job.jobs()).isEmpty();
                    return null;
                },
                "message",
                "id",
                "ok",
                "submitter");

        job.with(input).of("azmlPipeline(fork: [approvers: 'alice, bob'])");

        assertThat(input.calls())
                .singleElement()
                .satisfies(
                        call -> assertThat(call).containsEntry("id", "Vouch").containsEntry("submitter", "alice, bob"));
        assertThat(job.jobs()).as("once vouched for, it trains with it").containsExactly("Completed");
        assertThat(verbs()).endsWith("train", "resume", "evaluate").doesNotContain("register", "deploy", "promote");
    }

    @Test
    void a_fork_that_nobody_vouches_for_is_never_submitted() throws IOException {
        says("credentials: {dev: azure}\nsetup: {dev: azml/setup/dev}\nmodels: {diabetes: {}}");

        RunResult result = job.of("azmlPipeline()");

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(verbs()).containsExactly("yaml", "validate", "emulator", "setup", "train", "evaluate", "emulator");
        assertThat(job.asked().get(4)).isEqualTo("train azml/job.yml workspace=dev");
        assertThat(job.jobs()).isEmpty();
        assertThat(job.environments()).doesNotContain(TwinJob.SECRET);
    }
}
