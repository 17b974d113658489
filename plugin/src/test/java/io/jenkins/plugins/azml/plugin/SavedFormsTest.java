package io.jenkins.plugins.azml.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import io.jenkins.plugins.azml.plugin.build.StageEntry;
import io.jenkins.plugins.azml.plugin.build.StagesAction;
import io.jenkins.plugins.azml.plugin.check.CheckAction;
import io.jenkins.plugins.azml.plugin.config.AzmlConfiguration;
import io.jenkins.plugins.azml.plugin.config.NamedWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Jenkins saves of us, read back: configuration and actions as XML, waiting steps as Pipelines keep them. The files are kept for ever. */
class SavedFormsTest {
    private final XStream xml = xml();

    private static XStream xml() {
        XStream xml = new XStream();
        xml.allowTypesByWildcard(new String[] {"io.jenkins.plugins.azml.**"});
        return xml;
    }

    private static String fixture(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (var in = SavedFormsTest.class.getResourceAsStream("saved/" + name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_configuration_comes_back_as_it_was() {
        NamedWorkspace prod = new NamedWorkspace("prod", "sub", "group", "ws-prod");
        prod.setCredentialsId("robot");
        prod.setFolders("release\nteam/deploy");
        AzmlConfiguration configuration = new AzmlConfiguration();
        configuration.setWorkspaces(List.of(prod));
        configuration.setDefaultWorkspace("prod");

        AzmlConfiguration read = (AzmlConfiguration) xml.fromXML(xml.toXML(configuration));

        assertThat(read.getDefaultWorkspace()).isEqualTo("prod");
        assertThat(read.findWorkspace("prod").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(prod);
    }

    @Test
    void the_stages_of_a_build_come_back_as_they_were() throws IOException {
        StagesAction action = new StagesAction();
        action.begin(new StageEntry("team-train-7-12-train-x", "train", "12", "dev", 1_700_000_000_000L));
        action.move("team-train-7-12-train-x", "done", 1_700_000_060_000L);

        StagesAction read = (StagesAction) xml.fromXML(xml.toXML(action));

        assertThat(read.getStages()).usingRecursiveComparison().isEqualTo(action.getStages());
    }

    @Test
    void a_configuration_of_the_first_release_is_readable() throws IOException {
        AzmlConfiguration read = (AzmlConfiguration) xml.fromXML(fixture("configuration-1.xml"));

        assertThat(read.findWorkspace("dev").orElseThrow().getCredentialsId()).isEqualTo("robot");
    }

    @Test
    void stages_of_the_first_release_are_readable() throws IOException {
        StagesAction read = (StagesAction) xml.fromXML(fixture("stages-1.xml"));

        assertThat(read.getStages()).singleElement().satisfies(stage -> {
            assertThat(stage.getStage()).isEqualTo("train");
            assertThat(stage.getStatus()).isEqualTo("done");
        });
    }

    @Test
    void a_training_that_the_first_release_began_goes_on(@TempDir Path home) throws Exception {
        try (ReadyAzure azure = new ReadyAzure(home);
                Controller controller = azure.controller("old")) {
            BuildContext context = controller.context("12");

            StepExecution saved = (StepExecution) River.read(bytes("training-1.program"));
            saved.onResume();
            controller.see(saved, context);

            assertThat(((Map<?, ?>) context.result()).get("status")).isEqualTo("done");
        }
    }

    @Test
    void stages_with_figures_are_readable() throws IOException {
        StagesAction read = (StagesAction) xml.fromXML(fixture("stages-2.xml"));

        assertThat(read.getStages())
                .satisfiesExactly(
                        training -> assertThat(training.getMetrics()).containsExactly(Map.entry("rmse", 55.2)),
                        evaluation -> {
                            assertThat(evaluation.getVerdict()).isEqualTo("better");
                            assertThat(evaluation.getHolder()).isEqualTo("team/train#6");
                        });
    }

    @Test
    void a_build_knows_after_a_restart_whether_its_check_is_completed() throws IOException {
        assertThat(xml.toXML(new CheckAction()) + "\n").isEqualTo(fixture("check-1.xml"));
        assertThat(xml.fromXML(fixture("check-1.xml")))
                .usingRecursiveComparison()
                .isEqualTo(new CheckAction());
    }
}
