package io.jenkins.plugins.azml.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the snippet generator makes of the forms of the steps. */
@OnJenkins(Plugin.INSTALLED)
@TestInstance(Lifecycle.PER_CLASS)
class PluginFormsScenario {
    private Site site;

    @BeforeAll
    void open(Site given) {
        site = given;
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                form("Setup", Map.of("folder", "azml/setup/dev"), "azmlSetup 'azml/setup/dev'"),
                form("Train", Map.of("file", "azml/job.yml"), "azmlTrain 'azml/job.yml'"),
                form(
                        "Train",
                        Map.of("file", "job.yml", "set", "inputs.alpha=0.1\ninputs.data-set=a", "wait", false),
                        "azmlTrain file: 'job.yml', set: [inputs: [alpha: '0.1', 'data-set': 'a']], wait: false"),
                form(
                        "Evaluate",
                        Map.of("gates", "gates.yml", "job", "j", "endpoint", "diabetes", "championIn", "prod"),
                        "azmlEvaluate championIn: 'prod', endpoint: 'diabetes', gates: 'gates.yml', job: 'j'"),
                form(
                        "Register",
                        Map.of("file", "model.yml", "evaluation", "e"),
                        "azmlRegister evaluation: 'e', file: 'model.yml'"),
                form(
                        "Deploy",
                        Map.of("file", "deployment.yml", "model", "diabetes:3", "set", "instance_count=2"),
                        "azmlDeploy file: 'deployment.yml', model: 'diabetes:3', set: [instance_count: '2']"),
                form(
                        "Test",
                        Map.of("tests", "tests.yml", "endpoint", "diabetes", "junit", "it's.xml"),
                        "azmlTest endpoint: 'diabetes', junit: 'it\\'s.xml', tests: 'tests.yml'"),
                form(
                        "Promote",
                        Map.of("file", "deployment.yml", "model", "diabetes:3", "to", "prod", "tests", "tests.yml"),
                        "azmlPromote file: 'deployment.yml', model: 'diabetes:3', tests: 'tests.yml', to: 'prod'"),
                form(
                        "Rollback",
                        Map.of("endpoint", "diabetes", "workspace", "prod"),
                        "azmlRollback endpoint: 'diabetes', workspace: 'prod'"),
                form(
                        "Resume",
                        Map.of("run", "r", "arguments", "build=team/diabetes#7\ntimeout=2h"),
                        "azmlResume arguments: [build: 'team/diabetes#7', timeout: '2h'], run: 'r'"),
                form("Cancel", Map.of("run", "r", "propagate", false), "azmlCancel propagate: false, run: 'r'"));
    }

    private static Arguments form(String step, Map<String, Object> fields, String snippet) {
        return Arguments.of(step, fields, snippet);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_becomes_a_call_that_groovy_reads(String step, Map<String, Object> fields, String snippet)
            throws Exception {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("wait", true, "propagate", true));
        if (step.equals("Train")) {
            form.put("logs", true);
        }
        form.putAll(fields);
        form.put("$class", "io.jenkins.plugins.azml.plugin.step." + step + "Step");
        form.put("stapler-class", form.get("$class"));

        String made = site.jenkins()
                .postForm("pipeline-syntax/generateSnippet", Map.of("json", new JsonMapper().writeValueAsString(form)));

        System.out.println(made);
        assertThat(made).isEqualTo(snippet);
        String encoded = Base64.getEncoder().encodeToString(made.getBytes(UTF_8));
        assertThat(site.jenkins()
                        .script("new GroovyShell().parse(new String('" + encoded + "'.decodeBase64())); print 'read'"))
                .isEqualTo("read");
    }
}
