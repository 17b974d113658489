package io.jenkins.plugins.azml.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMessagesTest {
    @TempDir
    private Path folder;

    private TrialRun run;

    @BeforeEach
    void prepare() {
        run = new TrialRun(folder);
    }

    @Test
    void a_syntax_error_names_line_and_column() throws IOException {
        assertThat(run.of("node {\n  echo 'a'\n  if (true {\n  }\n}\n").result())
                .isEqualTo(Result.FAILURE);
        assertThat(run.console()).contains("WorkflowScript: 5: expecting ')', found '}' @ line 5, column 1.");
    }

    @Test
    void an_unknown_step_names_near_ones() throws IOException {
        run.of("ecko 'a'");

        assertThat(run.console())
                .contains("No such DSL method 'ecko' found among steps")
                .contains("did you mean echo?")
                .contains("at WorkflowScript.run(WorkflowScript:1)");
    }

    @Test
    void an_allowed_step_is_printed_and_runs_its_body() throws IOException {
        RunResult result = run.of(
                "slackSend channel: '#ml', message: 'done'\nansiColor('xterm') { echo 'inside' }",
                options -> options.allowed(List.of("slackSend", "ansiColor")));

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
        assertThat(run.console())
                .contains("slackSend {channel=#ml, message=done}")
                .contains("inside");
    }

    @Test
    void a_missing_library_is_named() throws IOException {
        assertThat(run.of("@Library('nowhere') _\necho 'a'").result()).isEqualTo(Result.FAILURE);
        assertThat(run.console())
                .contains("ERROR: Could not find any definition of libraries [nowhere]")
                .doesNotContain("[Pipeline] echo");
    }

    @Test
    void a_library_variable_without_call_is_no_step() throws IOException {
        List<io.jenkins.plugins.azml.runner.library.LibrarySource> library =
                run.library("vars/greet.groovy", "def hello() { echo 'hello' }");

        RunResult result =
                run.of("@Library('house') _\ngreet.hello()\ngreet 'x'", options -> options.libraries(library));

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(run.console()).contains("hello").contains("greet.call()");
    }

    @Test
    void a_missing_credential_is_named() throws IOException {
        run.of("node { withCredentials([string(credentialsId: 'absent', variable: 'X')]) { echo 'never' } }");

        assertThat(run.console()).contains("ERROR: Could not find credentials entry with ID 'absent'");
    }

    @Test
    void an_endless_loop_ends_at_its_timeout() throws IOException {
        RunResult result = run.of("timeout(time: 1, unit: 'SECONDS') { while (true) { } }");

        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(run.console()).contains("Cancelling nested steps due to timeout");
    }

    @Test
    void an_endless_loop_ends_when_it_is_stopped() throws IOException {
        RunResult result = run.of(
                "echo 'turning'\nwhile (true) { }",
                options -> options.actions(
                        List.of(new RunAction(Pattern.compile("turning"), RunAction.Kind.STOP, Map.of()))));

        assertThat(result.result()).isEqualTo(Result.ABORTED);
        assertThat(run.console()).contains("Aborted by tester");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void a_workspace_that_cannot_be_made_is_named() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("workspace"), "a file where a folder should be");

        RunResult result = run.of("node { echo 'never' }", options -> options.home(home));

        assertThat(result.result()).isEqualTo(Result.FAILURE);
        assertThat(run.console())
                .contains("ERROR: the workspace " + home.resolve("workspace/trial") + " cannot be made");
    }

    @Test
    void a_jenkinsfile_that_is_not_there_is_named() {
        RunOptions options = RunOptions.of(folder.resolve("Missing")).build();

        assertThatThrownBy(() -> new Runner(options, text -> {}, (question, approved) -> {}).run())
                .isInstanceOf(RunException.class)
                .hasMessageContaining("there is no Jenkinsfile at " + folder.resolve("Missing"));
    }

    @Test
    void nothing_to_resume_is_said() throws IOException {
        Runner runner = run.runner("echo 'a'", options -> options);

        assertThatThrownBy(runner::resume)
                .isInstanceOf(RunException.class)
                .hasMessageContaining("the last build of trial has nothing to resume");
    }

    @Test
    void a_credentials_file_never_shows_a_value() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials.yml"), "- {id: a, kind: text, sekret: hunter2}\n");

        assertThatThrownBy(() -> new CredentialsFile(file, Map.of()).read())
                .hasMessageContaining("credential 'a' has no secret")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_value_in_front_of_a_step_of_declarative_is_an_error_with_line_and_column() throws IOException {
        run.of("pipeline {\n  agent any\n  stages {\n    stage('a') {\n      steps { def x = 1 }\n    }\n  }\n}\n");

        assertThat(run.console()).contains("WorkflowScript: 5: Expected a step @ line 5, column 15.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../b", "/abs", "a//b", "", " ", "."})
    void a_job_has_a_name_below_its_records(String name) {
        RunOptions.Builder options =
                RunOptions.of(folder.resolve("Jenkinsfile")).job(name);

        assertThatThrownBy(options::build)
                .isInstanceOf(RunException.class)
                .hasMessage("the job's name '" + name + "' is no name: write NAME or FOLDER/NAME");
    }

    @Test
    void a_folder_that_is_not_there_is_named_before_anything_runs() {
        Path missing = folder.resolve("missing");
        RunOptions.Builder files = RunOptions.of(folder.resolve("Jenkinsfile")).files(missing);
        RunOptions.Builder library = RunOptions.of(folder.resolve("Jenkinsfile"))
                .libraries(List.of(
                        new io.jenkins.plugins.azml.runner.library.LibrarySource("house", missing, "main", false)));

        assertThatThrownBy(files::build).hasMessageContaining("there is no folder " + missing);
        assertThatThrownBy(library::build).hasMessage("the library house: there is no folder " + missing);
    }

    @Test
    void a_credentials_file_that_is_no_yaml_is_told_by_its_place_alone() throws IOException {
        Path file =
                Files.writeString(folder.resolve("credentials.yml"), "- {id: a, kind: text,\n  secret: [hunter2}\n");

        assertThatThrownBy(() -> new CredentialsFile(file, Map.of()).read())
                .hasMessageMatching("the credentials file .* is no YAML: line 2, column [0-9]+")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    echo 'a'; if (true {                                    | Jenkinsfile:1:20: expecting ')', found '{'
                    ecko 'a'                                                | Jenkinsfile:1: No such DSL method 'ecko'; did you mean echo?
                    node { sh 'exit 3' }                                    | Jenkinsfile:1: script returned exit code 3
                    def f() { null.size() }; f()                            | Jenkinsfile:1: Cannot invoke method size() on null object
                    new Absent()                                            | Jenkinsfile:1:1: unable to resolve class Absent
                    timeout(time: 1, unit: 'MILLISECONDS') { sleep 9 }      | Jenkinsfile:1: Timeout has been exceeded
                    @Library('nowhere') _                                   | No library named nowhere found
                    """)
    void why_a_build_failed_is_one_line_with_its_place(String script, String line) throws IOException {
        assertThat(run.of(script).failure()).isNotNull().asString().startsWith(line);
    }
}
