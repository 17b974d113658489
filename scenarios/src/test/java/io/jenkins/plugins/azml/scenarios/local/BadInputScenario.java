package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.azure.Endpoints;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user gets wrong or meets: one line that says it, the right exit status, nothing left behind. */
@OnLocalAzure
class BadInputScenario {
    private static final String EXPIRED =
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJ4IiwiZXhwIjoxNzAwMDAwMDAwfQ.c2lnbmF0dXJl";

    private LocalAzure azure;
    private Shell shell;
    private Loop loop;
    private Workspace dev;

    @BeforeEach
    void project(LocalAzure local, CleanLoop clean) {
        azure = local;
        shell = clean.shell();
        loop = clean.loop();
        dev = azure.workspace("dev");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    unknown-compute | compute=azureml:gpu                                | 1 | NOT_FOUND    | compute 'gpu' does not exist in workspace 'dev'
                    missing-data    | inputs.training_data.path=azureml:nothing:1        | 1 | NOT_FOUND    | data asset 'nothing:1' does not exist in workspace 'dev'
                    missing-version | inputs.training_data.path=azureml:diabetes-train:9 | 1 | NOT_FOUND    | data asset 'diabetes-train:9' does not exist
                    missing-code    | code=../nowhere                                    | 2 | INVALID_FILE | '../nowhere' does not exist
                    failing-script  | command=echo broken; exit 1                        | 1 | JOB_FAILED   | exited with status code 1
                    """)
    void a_training_that_cannot_be(String run, String override, int status, String code, String words) {
        Outcome outcome = train(shell, run, "--set", override);

        said(run, outcome, status, code, words);
        assertThat(dev.jobs().find(run).isPresent()).as("there is a job").isEqualTo(code.equals("JOB_FAILED"));
    }

    @Test
    void a_file_that_is_no_yaml_is_told_with_line_and_column() {
        Places.write(loop.project().resolve("azml/broken.yml"), "type: command\ncommand: echo\n  compute: [\n");

        Outcome outcome = shell.azml("train", loop.file("broken.yml"), "-w", "dev", "--run", "no-yaml");

        said("invalid YAML", outcome, 2, "INVALID_FILE", "broken.yml:3:10: ");
        assertThat(dev.jobs().find("no-yaml")).isEmpty();
    }

    @Test
    void a_wrong_credential_is_told_apart_from_an_expired_one() {
        said(
                "wrong identity header",
                train(shell.with("IDENTITY_HEADER", "wrong"), "no-header"),
                5,
                "NOT_SIGNED_IN",
                "HTTP 401");
        said(
                "expired token",
                train(shell.with("AZML_TOKEN", EXPIRED), "no-token"),
                5,
                "NOT_SIGNED_IN",
                "AZML_TOKEN ended at 2023-11-14");

        assertThat(dev.jobs().find("no-header")).isEmpty();
        assertThat(dev.jobs().find("no-token")).isEmpty();
    }

    @Test
    void an_emulator_that_does_not_run_and_a_port_that_is_taken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Path nowhere = Places.fresh(Places.ROOT.resolve("nowhere"));

            said(
                    "port taken",
                    shell.azml("emulator", "start", "--folder", nowhere.toString(), "--port", port),
                    1,
                    "NOT_STARTED",
                    "port " + port + " is taken by another process");
            said(
                    "emulator not running",
                    shell.azml("emulator", "env", "--folder", nowhere.toString()),
                    5,
                    "NOT_RUNNING",
                    "no emulator runs in");
        }
        // Nobody listens at the port now.
        Shell late = shell.with("ARM_CLOUD_METADATA_URL", "https://127.0.0.1:" + free() + "/metadata/endpoints");
        said("emulator gone", train(late, "no-emulator"), 5, "UNREACHABLE", "127.0.0.1");
    }

    private static int free() throws Exception {
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return once.getLocalPort();
        }
    }

    @Test
    void a_disk_that_is_full_on_download_leaves_no_half_file() {
        Path folder = loop.project().resolve("downloads");
        List<String> line = new ArrayList<>(List.of("bash", "-c", "ulimit -f 200; exec \"$@\"", "limited"));
        line.addAll(Shell.azmlLine(
                "train",
                loop.file("job.yml"),
                "-w",
                "dev",
                "--run",
                "large",
                "--download",
                folder.toString(),
                "--set",
                "command=mkdir -p outputs; head -c 900000 /dev/zero > outputs/large.bin"));

        Outcome outcome = shell.start(line).end();

        said("disk full on download", outcome, 1, "LOCAL_DISK", "downloads/artifacts/outputs/");
        assertThat(Places.below(folder)).noneMatch(file -> file.endsWith("large.bin"));
    }

    @Test
    void a_job_that_somebody_else_cancels() {
        Running running = start("cancelled-elsewhere", "--set", "command=sleep 600");
        new SavedState(loop.project(), "cancelled-elsewhere")
                .await(envelope -> new JsonObject(envelope.data())
                        .string("status")
                        .orElse("")
                        .equals("RUNNING"));
        dev.jobs().cancel("cancelled-elsewhere");

        said(
                "cancelled from elsewhere",
                running.end(),
                1,
                "JOB_CANCELLED_ELSEWHERE",
                "job 'cancelled-elsewhere' was cancelled, and not by this run");
    }

    @Test
    void a_run_that_is_cancelled_from_another_shell_while_a_process_advances_it() {
        Running running = start("cancelled-here", "--set", "command=sleep 600");
        new SavedState(loop.project(), "cancelled-here")
                .await(envelope -> new JsonObject(envelope.data())
                        .string("status")
                        .orElse("")
                        .equals("RUNNING"));

        Outcome cancel = shell.azml("cancel", "cancelled-here");

        said("cancelled from another shell", cancel, 4, "CANCELLED", "job 'cancelled-here'");
        said("the process that advanced it", running.end(), 4, "CANCELLED", "job 'cancelled-here'");
        assertThat(dev.jobs().find("cancelled-here").orElseThrow().status().terminal())
                .isTrue();
    }

    @Test
    void a_deployment_whose_init_raises_shows_its_log_and_is_removed() {
        script(
                "raises.py",
                "def init():\n    raise RuntimeError('no weights for you')\n\n\ndef run(raw):\n    return raw\n");

        Outcome outcome = deploy("raises.py", "init-raises");

        said("init() raises", outcome, 1, "DEPLOYMENT_FAILED", "no weights for you");
        assertThat(outcome.err()).as("the log").contains("| RuntimeError: no weights for you", "raises.py");
        assertThat(dev.endpoints().deployments("diabetes-staging"))
                .extracting(Endpoints.Deployment::name)
                .doesNotContain(named(outcome));
    }

    @Test
    void an_endpoint_that_answers_an_error_fails_the_test() {
        script("refuses.py", "def init():\n    pass\n\n\ndef run(raw):\n    raise ValueError('cannot')\n");
        String deployment = named(deploy("refuses.py", "run-raises").ok());

        Outcome outcome = shell.azml(
                "test",
                loop.file("tests.yml"),
                "-w",
                "dev",
                "--endpoint",
                "diabetes-staging",
                "--deployment",
                deployment,
                "--run",
                "answers-500");

        said("an endpoint that answers an error", outcome, 1, "TEST_FAILED", "the status is 500, expected 200");
        assertThat(dev.endpoints().find("diabetes-staging").orElseThrow().traffic())
                .isEmpty();
        dev.endpoints().deleteDeployment("diabetes-staging", deployment);
    }

    private void script(String name, String text) {
        Places.write(loop.project().resolve("scoring").resolve(name), text);
    }

    private Outcome deploy(String script, String run) {
        return shell.azml(
                "deploy",
                loop.file("deployment-script.yml"),
                "-w",
                "dev",
                "--model",
                "diabetes:1",
                "--endpoint",
                "diabetes-staging",
                "--run",
                run,
                "--set",
                "code_configuration.code=" + loop.project().resolve("scoring"),
                "--set",
                "code_configuration.scoring_script=" + script);
    }

    /** The deployment that a command said that it makes. */
    private static String named(Outcome deploy) {
        return deploy.err()
                .lines()
                .filter(line -> line.startsWith("deploys model "))
                .map(line -> line.split("'")[3])
                .findFirst()
                .orElseThrow();
    }

    private Outcome train(Shell in, String run, String... more) {
        return in.azml(arguments(run, more));
    }

    private Running start(String run, String... more) {
        return shell.startAzml(arguments(run, more));
    }

    private String[] arguments(String run, String... more) {
        return Stream.concat(Stream.of("train", loop.file("job.yml"), "-w", "dev", "--run", run), Stream.of(more))
                .toArray(String[]::new);
    }

    private static void said(String what, Outcome outcome, int status, String code, String words) {
        System.out.println("[local] " + what + ": exit " + outcome.status() + ", " + outcome.errors());
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(status);
        assertThat(outcome.errors()).as(outcome.toString()).hasSize(1);
        assertThat(outcome.errors().get(0)).startsWith("error " + code + ": ").contains(words);
        assertThat(outcome.err()).as("what to do").contains("  fix: ");
    }
}
