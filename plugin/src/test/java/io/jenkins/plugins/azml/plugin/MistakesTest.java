package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.AbortException;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.plugin.step.EvaluateStep;
import io.jenkins.plugins.azml.plugin.step.ResumeStep;
import io.jenkins.plugins.azml.plugin.step.TrainStep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever makes a mistake reads one line that names it, and no stack trace. */
class MistakesTest {
    private static final Map<String, String> TOLD = new TreeMap<>();
    private static ReadyAzure azure;

    @BeforeAll
    static void setUp(@TempDir Path home) throws Exception {
        azure = new ReadyAzure(home);
    }

    @AfterAll
    static void close() {
        azure.close();
        System.out.println("mistakes, and the one line of each:");
        TOLD.forEach((mistake, line) -> System.out.printf("  %-45s %s%n", mistake, line));
    }

    /** A credential that is no Azure credential. */
    private record UsernamePassword(String id) implements StandardCredentials {
        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getDescription() {
            return "";
        }
    }

    /** What is wrong with a controller before the step begins. */
    private interface Wrong {
        void make(Controller controller) throws Exception;
    }

    private static void tells(String mistake, Step step, Wrong wrong, String... parts) throws Exception {
        try (Controller controller = azure.controller("mistake-" + TOLD.size())) {
            wrong.make(controller);
            Throwable failure = failure(controller, step);
            assertThat(failure).as(mistake).isInstanceOf(AbortException.class).hasMessageContainingAll(parts);
            assertThat(failure.getMessage().lines()).hasSize(1);
            assertThat(controller.said()).doesNotContain("\tat ", "Exception");
            TOLD.put(mistake, failure.getMessage());
        }
    }

    private static Throwable failure(Controller controller, Step step) throws Exception {
        BuildContext context = controller.context("12");
        StepExecution execution = step.start(context);
        try {
            execution.start();
        } catch (IOException refused) {
            return refused;
        }
        controller.see(execution, context);
        return context.failure();
    }

    private static TrainStep train() {
        return new TrainStep("job.yml");
    }

    @Test
    void an_unknown_workspace() throws Exception {
        TrainStep train = train();
        train.setWorkspace("prd");
        tells("an unknown workspace", train, azure -> {}, "there is no workspace 'prd'", "did you mean 'prod'?");
    }

    @Test
    void a_workspace_of_another_folder() throws Exception {
        TrainStep train = train();
        train.setWorkspace("prod");
        tells("a workspace of another folder", train, azure -> {}, "job 'team/train' may not use workspace 'prod'");
    }

    @Test
    void a_missing_file() throws Exception {
        tells("a missing file", new TrainStep("jop.yml"), azure -> {}, "there is no file 'jop.yml'");
    }

    @Test
    void a_file_that_is_no_yaml() throws Exception {
        tells(
                "a file that is no YAML",
                train(),
                azure -> azure.write("job.yml", "type: command\ncommand: [\n"),
                "job.yml:3:1");
    }

    @Test
    void a_key_that_does_not_exist() throws Exception {
        tells(
                "a key that does not exist",
                train(),
                azure -> azure.write("job.yml", "type: command\ncomand: x\n"),
                "job.yml:2:1",
                "did you mean 'command'?");
    }

    @Test
    void a_gates_file_without_a_gate() throws Exception {
        EvaluateStep evaluate = new EvaluateStep("gates.yml");
        evaluate.setJob("job-1");
        tells(
                "a gates file without a gate",
                evaluate,
                azure -> azure.write("gates.yml", "gates: []\n"),
                "gates.yml:1:");
    }

    @Test
    void a_missing_argument() throws Exception {
        tells("a missing argument", new EvaluateStep("gates.yml"), azure -> {}, "needs the argument 'job'");
    }

    @Test
    void a_time_that_is_none() throws Exception {
        TrainStep train = train();
        train.setTimeout("soon");
        tells("a time that is none", train, azure -> {}, "timeout: 'soon' is no time");
    }

    @Test
    void a_missing_credential() throws Exception {
        TrainStep train = train();
        train.setCredentialsId("nobody");
        tells("a missing credential", train, azure -> {}, "there is no credential 'nobody' that this build may use");
    }

    @Test
    void a_credential_of_another_kind() throws Exception {
        TrainStep train = train();
        train.setCredentialsId("github");
        tells(
                "a credential of another kind",
                train,
                azure -> CredentialsProvider.store(new UsernamePassword("github")),
                "credential 'github' is a UsernamePassword; expected an Azure service principal or managed identity");
    }

    private static Transport answering(int status, String code) {
        String body =
                "{\"error\": {\"code\": \"" + code + "\", \"message\": \"The client does not have authorization\"}}";
        return request -> new Transport.Response(
                status,
                new Headers(Map.of("Content-Type", "application/json")),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void no_permission_in_azure() throws Exception {
        tells(
                "no permission in Azure",
                train(),
                azure -> azure.transport.resourcesAnswer(answering(403, "AuthorizationFailed")),
                "NOT_ALLOWED",
                "ask for the role");
    }

    @Test
    void azure_that_nobody_reaches() throws Exception {
        tells(
                "Azure that nobody reaches",
                train(),
                azure -> azure.transport.resourcesAnswer(request -> {
                    throw new ConnectException("Connection refused");
                }),
                "UNREACHABLE");
    }

    @Test
    void a_handle_that_nothing_is_known_of() throws Exception {
        tells("an unknown handle", new ResumeStep("team-train-6-3-train-x"), azure -> {}, "RUN_NOT_FOUND");
    }

    @Test
    void a_misspelt_argument() {
        Map<String, Object> arguments = new LinkedHashMap<>(Map.of("file", "job.yml", "experment", "x"));
        Throwable refused = org.assertj.core.api.Assertions.catchThrowable(
                () -> new TrainStep.DescriptorImpl().newInstance(arguments));

        assertThat(refused).isInstanceOf(AbortException.class).hasMessageContaining("did you mean 'experiment'?");
        TOLD.put("a misspelt argument", refused.getMessage());
    }
}
