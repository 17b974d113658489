package io.jenkins.plugins.azml.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.schema.Location;
import io.jenkins.plugins.azml.engine.spec.wire.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecsTest {
    private static final String JOB = """
            type: command
            command: python train.py --alpha ${{inputs.alpha}}
            environment: azureml:training:1
            inputs:
              alpha: 0.1
            limits: {timeout: 90}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_command_job_says_what_the_user_wrote() throws IOException {
        CommandJob job = job(Map.of());

        assertThat(job.inputs()).containsEntry("alpha", new JobInput.Literal("0.1"));
        assertThat(job.timeout()).contains(Duration.ofSeconds(90));
        assertThat(job.name()).isEmpty();
        assertThat(job.compute()).isEmpty();
    }

    @Test
    void paths_are_resolved_against_the_folder_of_the_file() throws IOException {
        Files.createDirectories(folder.resolve("rows"));
        Path file = write("data.yml", "name: d\nversion: 1\npath: rows\ntype: uri_folder\n");

        DataAsset data = (DataAsset) Specs.read(file, Overrides.none());

        assertThat(data.path())
                .isEqualTo(new Location.Local(folder.resolve("rows").toAbsolutePath()));
    }

    @Test
    void a_run_that_has_begun_is_read_where_its_sources_are_not() {
        String text = "code: src\n" + JOB;
        Path file = folder.resolve("job.yml");

        CommandJob job =
                Specs.read(new Written(file, text, true), Overrides.none(), Kind.COMMAND_JOB, CommandJob.class);

        assertThat(job.command()).startsWith("python train.py");
        assertThatThrownBy(() -> Specs.read(new Written(file, text, false), Overrides.none()))
                .hasMessageContaining("'src' does not exist");
    }

    @Test
    void an_override_replaces_a_value_and_keeps_its_digits() throws IOException {
        CommandJob job = job(Map.of("inputs.alpha", "0.50", "compute", "cpu-cluster", "limits.timeout", "60"));

        assertThat(job.inputs()).containsEntry("alpha", new JobInput.Literal("0.50"));
        assertThat(job.compute()).contains("cpu-cluster");
        assertThat(job.timeout()).contains(Duration.ofMinutes(1));
    }

    @Test
    void an_override_adds_mappings_on_its_way() throws IOException {
        CommandJob job = job(Map.of("tags.team", "metrics", "resources.instance_count", "2"));

        assertThat(job.tags()).containsEntry("team", "metrics");
        assertThat(Writes.render(job, Placeholders.everywhere())).contains("\"instanceCount\" : 2");
    }

    @ParameterizedTest
    @CsvSource({
        "inputs.alhpa, 1, has no 'alhpa' among its inputs, alpha",
        "compte, x, has no key 'compte', compute",
        "limits.timeuot, 1, has no key 'timeuot', timeout",
        "limits.timeout, soon, expected an integer,",
        "command.x, 1, nothing inside it to set,",
        "inputs..alpha, 1, is no path of keys,",
    })
    void a_wrong_override_is_refused_by_its_own_words(String key, String value, String what, String suggestion) {
        assertThatThrownBy(() -> job(Map.of(key, value))).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().what()).contains(what);
            assertThat(e.problem().suggestion()).isEqualTo(suggestion);
            assertThat(e.problem().place().orElseThrow().toString()).isEqualTo("--set " + key);
        });
    }

    @Test
    void the_hash_counts_what_is_said_and_not_how() throws IOException {
        String hash = job(Map.of()).source().hash();

        Path other = write("other.yml", "# a comment\n" + JOB.replace("{timeout: 90}", "\n  timeout: 90"));
        assertThat(Specs.read(other, Overrides.none()).source().hash()).isEqualTo(hash);
        assertThat(job(Map.of("inputs.alpha", "0.2")).source().hash()).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: pipeline\\njobs: {}                 | a pipeline job is not supported yet",
                "type: sweep                               | a sweep job is not supported yet",
                "$schema: https://x/schedule.schema.json   | a schedule is not supported yet",
                "name: e\\ndefaults: {deployment_name: x}  | a batch endpoint is not supported yet",
                "$schema: https://x/commandComponent.schema.json | a component is not supported yet",
                "a: 1                                      | says neither",
                "[1]                                       | expected a mapping",
            })
    void what_is_not_built_is_refused_by_name(String text, String what) throws IOException {
        Path file = write("f.yml", text.replace("\\n", "\n"));

        assertThatThrownBy(() -> Specs.read(file, Overrides.none())).hasMessageContaining(what);
    }

    @Test
    void every_problem_is_reported_at_once_and_in_order() throws IOException {
        Path file = write("job.yml", "comand: x\nenvironment: training\ncompute: 5\ntags: {a: 1}\n");

        List<Finding> findings = new Validation(Map.of()).check(List.of(file), Overrides.none());

        assertThat(findings.stream().map(finding -> finding.where().line())).containsExactly(1, 2, 3, 4);
        assertThat(findings.get(0))
                .hasToString(file + ":1:1: a command job has no key 'comand'; did you mean 'command'?");
        assertThat(Validation.json(findings)).contains("\"line\" : 1").contains("\"suggestion\" : \"command\"");
    }

    @Test
    void a_right_file_has_no_findings() throws IOException {
        Path file = write("job.yml", JOB);

        assertThat(new Validation(Map.of()).check(List.of(file), Overrides.none()))
                .isEmpty();
    }

    @Test
    void a_file_of_another_kind_is_checked_by_its_own_reader() throws IOException {
        Path file = write("gates.yml", "gates: []\n");
        Validation validation = new Validation(Map.of(Kind.GATES, gates -> {
            throw Problem.of(ProblemCode.INVALID_FILE, "no gate in it").asException();
        }));

        assertThat(validation.check(List.of(file), Overrides.none()))
                .singleElement()
                .hasToString(file + ": no gate in it");
    }

    @Test
    void no_message_quotes_a_secret() throws IOException {
        Path file = write(
                "datastore.yml",
                "type: azure_blob\nname: d\naccount_name: a\ncontainer_name: c\ncredentials: {account_key: 271828}\n");

        assertThat(new Validation(Map.of()).check(List.of(file), Overrides.none()))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.toString()).contains(":5:28: ").doesNotContain("271828"));
    }

    @Test
    void expressions_of_a_hundred_thousand_hostile_characters_are_read_through() throws IOException {
        String hostile = "[".repeat(50_000) + "${{inputs.".repeat(5_000) + "{inputs.".repeat(1_000);
        Path file = write("job.yml", "environment: azureml:e:1\ncommand: '" + hostile + "'\n");

        assertThat(Specs.read(file, Overrides.none())).isInstanceOf(CommandJob.class);
    }

    @Test
    void a_name_of_a_hundred_thousand_characters_is_refused() throws IOException {
        Path file = write("endpoint.yml", "auth_mode: key\nname: " + "a-".repeat(50_000) + "\n");

        assertThatThrownBy(() -> Specs.read(file, Overrides.none())).hasMessageContaining("3 to 32");
    }

    private CommandJob job(Map<String, String> overrides) throws IOException {
        return Specs.read(write("job.yml", JOB), new Overrides(overrides), Kind.COMMAND_JOB, CommandJob.class);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
