package io.jenkins.plugins.azml.engine.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    @TempDir
    Path folder;

    private Path checkout;
    private String commit = "";

    @BeforeEach
    void aCheckoutOnMain() throws Exception {
        checkout = Files.createDirectory(folder.resolve("r"));
        git("init", "-q", "-b", "main");
        Files.writeString(checkout.resolve("train.py"), "print(1)\n");
        git("add", ".");
        git("-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "first");
        git("remote", "add", "origin", "https://user:token@git.example/o/r.git");
        commit = git("rev-parse", "HEAD");
    }

    @Test
    void a_checkout_says_where_its_code_comes_from() {
        assertThat(new Checkout().facts(checkout))
                .isEqualTo(new GitFacts("https://git.example/o/r.git", "main", commit, false, null, null));
    }

    @Test
    void a_changed_folder_is_dirty_and_its_neighbour_is_not() throws IOException {
        Path changed = Files.createDirectory(checkout.resolve("changed"));
        Path clean = Files.createDirectory(checkout.resolve("clean"));
        Files.writeString(changed.resolve("new.py"), "x");

        assertThat(new Checkout().facts(changed).dirty()).isTrue();
        assertThat(new Checkout().facts(clean).dirty()).isFalse();
        assertThat(new Checkout().facts(changed.resolve("new.py")).dirty()).isTrue();
    }

    @Test
    void two_thousand_changes_are_as_good_as_one() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            Files.createFile(checkout.resolve("some-file-with-a-long-name-" + i));
        }

        assertThat(new Checkout().facts(checkout).dirty()).isTrue();
    }

    @Test
    void a_detached_head_has_a_commit_and_the_branch_that_ci_names() throws Exception {
        git("checkout", "-q", "--detach");

        assertThat(new Checkout().facts(checkout).branch()).isNull();
        assertThat(GitFacts.of(checkout, Map.of("BRANCH_NAME", "main", "GIT_COMMIT", "f".repeat(40))))
                .isEqualTo(new GitFacts("https://git.example/o/r.git", "main", commit, false, null, null));
    }

    @Test
    void the_official_clients_overrides_win_over_the_checkout() {
        GitFacts facts = GitFacts.of(
                checkout, Map.of("AZUREML_GIT_BRANCH", "b", "AZUREML_GIT_DIRTY", "1", "AZUREML_GIT_BUILD_URI", "u"));

        assertThat(facts).isEqualTo(new GitFacts("https://git.example/o/r.git", "b", commit, true, null, "u"));
    }

    @Test
    void a_repository_without_commits_or_remote_has_a_branch_alone() throws Exception {
        checkout = Files.createDirectory(folder.resolve("empty"));
        git("init", "-q", "-b", "trunk");

        assertThat(new Checkout().facts(checkout)).isEqualTo(new GitFacts(null, "trunk", null, false, null, null));
    }

    @Test
    void a_folder_outside_of_a_checkout_has_no_facts() throws IOException {
        assertThat(new Checkout().facts(Files.createDirectory(folder.resolve("plain"))))
                .isEqualTo(GitFacts.none());
        assertThat(new Checkout().facts(folder.resolve("missing"))).isEqualTo(GitFacts.none());
    }

    @Test
    void a_checkout_of_another_owner_has_no_facts() throws IOException {
        Path distrustful = script(
                "GIT_TEST_ASSUME_DIFFERENT_OWNER=1 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null exec git \"$@\"");

        assertThat(checkout(distrustful.toString(), Duration.ofSeconds(20)).facts(checkout))
                .isEqualTo(GitFacts.none());
    }

    @Test
    void without_git_there_are_no_facts() {
        assertThat(checkout("no-such-git", Duration.ofSeconds(20)).facts(checkout))
                .isEqualTo(GitFacts.none());
    }

    @Test
    void a_git_that_does_not_end_is_ended() throws IOException {
        Path endless = script("tail -f /dev/null");

        assertThat(checkout(endless.toString(), Duration.ofMillis(100)).facts(checkout))
                .isEqualTo(GitFacts.none());
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() throws IOException {
        Path chatty = script("exec yes true");

        assertThat(checkout(chatty.toString(), Duration.ofSeconds(20)).facts(checkout))
                .isEqualTo(GitFacts.none());
    }

    @Test
    void a_program_that_the_repository_asks_for_is_not_run() throws Exception {
        Path ran = folder.resolve("ran");
        Path watcher = script("touch '" + ran + "'");
        git("config", "core.fsmonitor", watcher.toString());

        assertThat(new Checkout().facts(checkout).dirty()).isFalse();
        assertThat(ran).doesNotExist();
    }

    private static Checkout checkout(String program, Duration limit) {
        return new Checkout(new GitCommand(program, limit));
    }

    private Path script(String command) throws IOException {
        Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\n" + command + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as("git %s: %s", List.of(arguments), said).isZero();
        return said;
    }
}
