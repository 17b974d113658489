package io.jenkins.plugins.azml.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hudson.model.Result;
import io.jenkins.plugins.azml.plugin.config.AzmlConfiguration;
import io.jenkins.plugins.azml.plugin.config.NamedWorkspace;
import io.jenkins.plugins.azml.plugin.step.TrainStep;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What only Jenkins itself can show: forms, snippets, the sandbox, one line for a mistake. */
@WithJenkins
class InJenkinsTest {
    private static void configure() {
        NamedWorkspace dev = new NamedWorkspace("dev", "00000000-0000-0000-0000-000000000000", "mlops", "mlw-dev");
        AzmlConfiguration.get().setWorkspaces(List.of(dev));
    }

    @Test
    void the_configuration_comes_back_from_its_form(JenkinsRule jenkins) throws Exception {
        configure();
        AzmlConfiguration.get().setPollSeconds(20);

        jenkins.configRoundtrip();

        assertEquals(20, AzmlConfiguration.get().getPollSeconds());
        assertEquals("mlw-dev", AzmlConfiguration.get().findWorkspace("dev").orElseThrow().getWorkspace());
    }

    @Test
    void the_configuration_of_the_documentation_is_taken_as_code(JenkinsRule jenkins, @TempDir Path folder)
            throws Exception {
        String page = Files.readString(Path.of("../docs/plugin.md"));
        int begin = page.indexOf("unclassified:");
        Path file = Files.writeString(folder.resolve("jenkins.yaml"), page.substring(begin, page.indexOf("```", begin)));

        ConfigurationAsCode.get().configure(file.toString());

        assertEquals("dev", AzmlConfiguration.get().getDefaultWorkspace());
        assertEquals("azure-prod", AzmlConfiguration.get().findWorkspace("prod").orElseThrow().getCredentialsId());
    }

    @Test
    void a_step_comes_back_from_the_snippet_generator(JenkinsRule jenkins) throws Exception {
        TrainStep train = new TrainStep("azml/job.yml");
        train.setTimeout("2h");

        new SnippetizerTester(jenkins).assertRoundTrip(train, "azmlTrain file: 'azml/job.yml', timeout: '2h'");
    }

    private static WorkflowRun built(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.buildAndAssertStatus(Result.FAILURE, job);
    }

    @Test
    void a_misspelt_argument_is_one_line_in_the_sandbox(JenkinsRule jenkins) throws Exception {
        configure();

        WorkflowRun build = built(jenkins, "azmlTrain file: 'azml/job.yml', worksapce: 'dev'");

        jenkins.assertLogContains("azmlTrain: there is no argument 'worksapce'; did you mean 'workspace'?", build);
        assertFalse(JenkinsRule.getLog(build).contains("\tat "));
    }

    @Test
    void an_unknown_workspace_is_one_line(JenkinsRule jenkins) throws Exception {
        configure();

        WorkflowRun build = built(jenkins, "azmlTrain file: 'azml/job.yml', workspace: 'prd'");

        jenkins.assertLogContains("there is no workspace 'prd' in Jenkins' configuration", build);
        assertFalse(JenkinsRule.getLog(build).contains("\tat "));
    }
}
