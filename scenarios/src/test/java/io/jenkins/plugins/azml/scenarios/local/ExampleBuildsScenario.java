package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.EmulatorProcess;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example's Jenkinsfiles as they are, by {@code azml demo} and {@code azml run}: every process is real. */
@Order(1)
@OnOwnAzure
class ExampleBuildsScenario {
    private static final Path FOLDER = Places.ROOT.resolve("example-builds");
    private static final Path AZURE = FOLDER.resolve(".azml/demo/emulator");

    private static Outcome demo;
    private static Duration time;

    @BeforeAll
    static void show_the_demo() {
        long begun = System.nanoTime();
        demo = new Shell(Places.fresh(FOLDER), Map.of()).azml("demo", "--keep", "--output", "json");
        time = Duration.ofNanos(System.nanoTime() - begun);
    }

    @AfterAll
    static void stop_azure() {
        new EmulatorProcess(AZURE).stop();
    }

    @Test
    void the_demo_carries_a_change_to_production_and_sees_a_worse_one_refused() {
        List<JsonObject> builds = demo.ok().json().objects("builds");

        builds.forEach(build -> System.out.printf(
                "[local] azml demo, Jenkinsfile, %s: %s, stages %s%n",
                build.needString("build"), build.needString("result"), stages(build)));
        System.out.printf("[local] azml demo: exit %d in %d s%n", demo.status(), time.toSeconds());
        assertThat(builds.stream().map(build -> build.needString("build") + " " + build.needString("result")))
                .containsExactly("pull request 1 SUCCESS", "main SUCCESS", "pull request 2 UNSTABLE");
        assertThat(stages(builds.get(0))).isEqualTo("Validate, Train, Evaluate");
        assertThat(stages(builds.get(1)))
                .isEqualTo("Validate, Train, Evaluate, Register, Staging, Approval, Promotion");
        assertThat(figures(builds.get(1), "Train")).contains("of an equal job");
        assertThat(figures(builds.get(1), "Promotion")).contains("diabetes:1 serves as");
        assertThat(figures(builds.get(2), "Evaluate")).startsWith("worse: rmse 60.587 against 55.146");
        assertThat(demo.json().flag("asExpected")).contains(true);
    }

    private static String stages(JsonObject build) {
        return build.objects("stages").stream()
                .map(stage -> stage.needString("name"))
                .collect(Collectors.joining(", "));
    }

    private static String figures(JsonObject build, String stage) {
        return build.objects("stages").stream()
                .filter(each -> each.needString("name").equals(stage))
                .map(each -> each.needString("figures"))
                .collect(Collectors.joining());
    }

    /** The program of the second run is dropped and restored at each save. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Jenkinsfile --pull-request 1; Validate, Train, Evaluate",
                "Jenkinsfile.declarative; Checkout SCM, Set up, Train, Evaluate, Register, Promote",
                "Jenkinsfile.scripted; Set up, Train, Evaluate, Promote",
                "Jenkinsfile.models; Validate, Parallel"
            })
    void each_jenkinsfile_of_the_example_takes_the_azure_that_runs_and_ends_the_same_over_its_saves(
            String words, String stages) throws IOException {
        Path repository = checkout(words.split(" ")[0]);
        for (String durable : List.of("", " --durable")) {
            JsonObject build = built(repository, words + durable);

            assertThat(build.needString("result")).isEqualTo("SUCCESS");
            assertThat(stages(build)).isEqualTo(stages);
            assertThat(new EmulatorProcess(AZURE).status()).isPresent();
        }
    }

    private static JsonObject built(Path repository, String words) throws IOException {
        List<String> given = List.of(words.split(" "));
        long begun = System.nanoTime();
        Outcome run = new Shell(repository, Map.of("AZML_LOCAL_AZURE", AZURE.toString()))
                .azml(line(given))
                .ok();
        Path record = Path.of(run.json().needString("record"));
        JsonObject build = JsonObject.read(Files.readString(record.resolve("build.json")));
        System.out.printf(
                "[local] azml run %s: exit %d, %s, stages %s, in %d s%n",
                words,
                run.status(),
                build.needString("result"),
                stages(build),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        return build;
    }

    private static String[] line(List<String> given) {
        return Stream.of(
                        List.of("run", "examples/diabetes/" + given.get(0)),
                        given.subList(1, given.size()),
                        List.of("--job", given.get(0), "--output", "json"))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** The example's repository before anybody made its model worse. */
    private static Path checkout(String name) {
        Path repository = repository(name);
        Places.copy(Places.EXAMPLE, repository.resolve("examples/diabetes"));
        return repository;
    }

    private static Path repository(String name) {
        Path folder = Places.fresh(Places.ROOT.resolve(name));
        new Shell(folder, Map.of())
                .start(List.of("git", "init", "--quiet"))
                .end()
                .ok();
        return folder;
    }

    @Test
    void a_project_anywhere_finds_azml_its_library_and_azure_which_starts_once_and_ends_with_the_build() {
        Path project = repository("project");
        Places.write(
                project.resolve("azml/setup/dev/compute.yml"),
                "type: amlcompute\nname: small\nsize: Standard_DS3_v2\n");
        Places.write(
                project.resolve("azml/setup/prod/compute.yml"),
                "type: amlcompute\nname: large\nsize: Standard_DS3_v2\n");
        Places.write(project.resolve("Jenkinsfile"), """
                @Library('azml') _
                node {
                    checkout scm
                    parallel(
                        library: { azmlSetup folder: 'azml/setup/dev', workspace: 'dev' },
                        shell: { sh 'azml setup azml/setup/prod -w prod' })
                }
                """);
        Outcome run = new Shell(project, Map.of()).azml("run").ok();

        System.out.printf("[local] azml run in a project of its own: exit %d%n", run.status());
        assertThat(run.err())
                .contains("starting local Azure ML in " + project.resolve(".azml/emulator"))
                .contains("small': created", "large': created", "Finished: SUCCESS");
        assertThat(new EmulatorProcess(project.resolve(".azml/emulator")).status())
                .isEmpty();
    }
}
