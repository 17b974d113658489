package io.jenkins.plugins.azml.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.thoughtworks.xstream.XStream;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.FilePath;
import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.plugin.build.StagesAction;
import io.jenkins.plugins.azml.plugin.step.ResumeStep;
import io.jenkins.plugins.azml.plugin.step.TrainStep;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jenkins.MasterToSlaveFileCallable;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody could try against the plugin: input, what is expected, what was seen. */
class SecurityTest {
    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.azml.plugin");
    private static final Map<String, String> SEEN = new TreeMap<>();
    private static ReadyAzure azure;

    @BeforeAll
    static void setUp(@TempDir Path home) throws Exception {
        azure = new ReadyAzure(home);
    }

    @AfterAll
    static void close() {
        azure.close();
        System.out.println("security of the plugin: input | expected | seen");
        SEEN.forEach((input, rest) -> System.out.println("  " + input + " | " + rest));
    }

    private static void seen(String input, String expected, String seen) {
        SEEN.put(input, expected + " | " + seen);
    }

    @Test
    void no_value_of_a_step_can_start_a_process_on_the_controller_or_the_agent() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.lang\\.(ProcessBuilder|Runtime|Process)|hudson\\.(Launcher.*|Proc)|groovy\\..*")
                .check(PLUGIN);
        seen("'; id' in any argument", "no process starts", PLUGIN.size() + " classes, none can start one");
    }

    @Test
    void whatever_runs_on_an_agent_is_made_for_the_way_there_alone() {
        classes()
                .that()
                .implement(FilePath.FileCallable.class)
                .should()
                .beAssignableTo(MasterToSlaveFileCallable.class)
                .check(PLUGIN);
        seen(
                "an agent that sends a callable to the controller",
                "role check refuses it",
                "every callable is controller-to-agent");
    }

    @Test
    void no_step_takes_a_secret() {
        List<String> arguments = LibraryArgumentsTest.steps()
                .flatMap(step ->
                        org.jenkinsci.plugins.structs.describable.DescribableModel.of(step).getParameters().stream())
                .map(DescribableParameter::getName)
                .distinct()
                .toList();

        assertThat(arguments).noneMatch(name -> name.matches("(?i).*(secret|password|token|key|sas)$"));
        seen(
                "a secret as an argument",
                "there is no such argument",
                arguments.size() + " arguments, none for a secret");
    }

    /** What a secret may look like where it should not be. */
    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret.substring(0, secret.length() / 2),
                secret.substring(secret.length() / 2));
    }

    @Test
    void no_secret_is_in_what_is_saved_or_shown() throws Exception {
        try (Controller controller = azure.controller("secrets")) {
            controller.write("job.yml", ReadyAzure.JOB + "code: src\n");
            controller.write("src/train.py", "print(1)\n");
            StringBuilder kept = new StringBuilder();
            BuildContext context = controller.context("12");
            StepExecution execution = new TrainStep("job.yml").start(context);
            execution.start();
            while (!context.isOver()) {
                kept.append(new String(River.write(execution), StandardCharsets.ISO_8859_1));
                controller.beat();
            }
            assertThat(((Map<?, ?>) context.result()).get("filesUploaded")).isEqualTo(1);
            kept.append(context.result()).append(controller.said());
            XStream xml = new XStream();
            kept.append(xml.toXML(controller.build.getAction(StagesAction.class)));
            int files = 0;
            for (Path file : below(controller.build.getRootDir().toPath())) {
                kept.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                files++;
            }

            List<String> secrets = Stream.concat(forms(controller.emulator.token()), Stream.of("sig=", "Bearer "))
                    .toList();
            assertThat(secrets).allSatisfy(secret -> assertThat(kept).doesNotContain(secret));
            assertThat(files).isGreaterThan(2);
            seen(
                    "a token and a SAS in use",
                    "in no build.xml, program.dat, console, result or file of the build",
                    "0 of " + secrets.size() + " forms in " + kept.length() + " characters, " + files + " files");
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void what_a_job_prints_cannot_pass_for_jenkins_or_move_the_cursor() throws Exception {
        try (Controller controller = azure.controller("console")) {
            controller
                    .emulator
                    .jobs()
                    .script(plan -> new JobScript(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(30),
                            List.of(
                                    "Finished: SUCCESS",
                                    "\u001b[2J\u001b]52;c;aGk=\u0007gone",
                                    "\u001b[8mha:AAAA\u001b[0m",
                                    "a\u202eb"),
                            Map.of(),
                            Map.of(),
                            Map.of(),
                            0));
            controller.see(new TrainStep("job.yml"), "12");

            assertThat(controller.said())
                    .contains("| Finished: SUCCESS")
                    .doesNotContain("\u001b", "\u0007", "\u202e")
                    .doesNotContainPattern("(?m)^Finished: SUCCESS");
            seen(
                    "a log with 'Finished: SUCCESS', ESC codes, a console note, bidi",
                    "behind a bar, made visible",
                    "so it is");
        }
    }

    /** Only what every Pipeline may have anyway, and nothing with methods that reach the controller. */
    private static void plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(SecurityTest::plain);
            map.values().forEach(SecurityTest::plain);
        } else if (value instanceof List<?> list) {
            list.forEach(SecurityTest::plain);
        } else if (value != null) {
            assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class);
        }
    }

    @Test
    void a_result_holds_plain_values_alone() throws Exception {
        try (Controller controller = azure.controller("result")) {
            Map<?, ?> result = controller.see(new TrainStep("job.yml"), "12");

            plain(result);
            seen("a result in the sandbox", "maps, lists, texts, numbers, flags", result.size() + " values, all plain");
        }
    }

    @Test
    void what_is_saved_of_a_run_is_read_strictly() throws Exception {
        try (Controller controller = azure.controller("foreign")) {
            BuildContext first = controller.context("12");
            TrainStep train = new TrainStep("job.yml");
            train.setRun("mine");
            train.start(first).start();
            controller.beat();
            Path call = controller.build.getRootDir().toPath().resolve("azml/mine/call.json");
            Files.writeString(
                    call,
                    Files.readString(call).replaceFirst("\\{", "{\"@class\": \"javax.script.ScriptEngineManager\", "));

            BuildContext second = controller.context("13");
            StepExecution resumed = new ResumeStep("mine").start(second);
            resumed.start();
            controller.see(resumed, second);

            assertThat(second.failure())
                    .hasMessageContaining("STATE_UNREADABLE")
                    .hasMessageContaining("@class");
            seen("'@class' in a saved run", "refused, no class loaded", "STATE_UNREADABLE, unknown member '@class'");
        }
    }

    @Test
    void the_answer_of_an_agent_is_bounded_and_read_strictly() throws Exception {
        try (Controller controller = azure.controller("agent")) {
            for (String answer : List.of("{\"value\": {\"@class\": \"x\"}}", "{", "x".repeat((32 << 20) + 1))) {
                BuildContext context = controller.outside("12").with(FilePath.class, FilePath.answering(answer));
                StepExecution execution = new TrainStep("job.yml").start(context);
                execution.start();
                controller.see(execution, context);

                assertThat(context.failure()).hasMessageContaining("UNREADABLE_ANSWER");
            }
            seen("an agent that answers with types, half an object, 32 MiB", "refused", "UNREADABLE_ANSWER");
        }
    }

    @Test
    void a_run_of_a_job_that_one_may_not_see_is_neither_shown_nor_cancelled() throws Exception {
        try (Controller controller = azure.controller("hidden")) {
            ResumeStep resume = new ResumeStep("mine");
            resume.setArguments(Map.of("build", "hidden/job#3"));

            assertThat(catchThrowable(
                            () -> resume.start(controller.outside("13")).start()))
                    .hasMessageContaining("that you may see");
            seen("a handle of a hidden job", "not found", "RUN_NOT_FOUND before any request");
        }
    }

    @Test
    void a_workspace_of_another_folder_is_not_reached() throws Exception {
        try (Controller controller = azure.controller("folders")) {
            int before = controller.transport.calls();
            TrainStep train = new TrainStep("job.yml");
            train.setWorkspace("prod");

            assertThat(catchThrowable(
                            () -> train.start(controller.context("12")).start()))
                    .hasMessageContaining("NOT_ALLOWED");
            assertThat(controller.transport.calls()).isEqualTo(before);
            seen("a pull request's job names 'prod'", "refused, nothing sent", "NOT_ALLOWED, 0 requests");
        }
    }
}
