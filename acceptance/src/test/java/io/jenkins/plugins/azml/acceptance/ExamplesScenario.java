package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This repository's Jenkinsfiles as they are, each in a multibranch job. */
@OnJenkins(Plugin.EITHER)
@TestInstance(Lifecycle.PER_CLASS)
class ExamplesScenario {
    private Site site;
    private Folder folder;

    @BeforeAll
    void open(Site given, Folder own) {
        site = given;
        site.configure();
        folder = own;
    }

    @Test
    void three_lines_deliver_a_model_after_an_approval() {
        Build build = built(example("three-lines", "Jenkinsfile"), "three-lines");
        build.await("Input requested").answer(true);

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("(Validate)", "(Train)", "(Approval)", "(Promotion)");
        assertThat(build.artifacts()).contains("azml-evidence/diabetes.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"declarative", "scripted", "models"})
    void the_other_ways_of_writing_it_end_well(String way) {
        Build build = built(example(way, "Jenkinsfile." + way), way);

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(site.azure().statuses("dev", build)).isNotEmpty().containsOnly("Completed");
    }

    /** Its commands stand in here: what they do is tested where they are. */
    @Test
    void the_repository_is_built_and_its_reports_are_published() {
        Repository repository = Repository.create(site.root(), "itself")
                .copy(Site.REPOSITORY.resolve("Jenkinsfile"), "Jenkinsfile")
                .command(".ci/run", """
                        mkdir -p engine/target/surefire-reports cli/target
                        echo '<testsuite name="all"><testcase classname="a.B" name="c"/></testsuite>' > engine/target/surefire-reports/TEST-a.B.xml
                        touch cli/target/azml-1.tar.gz
                        """)
                .command("azml", "echo \"ran azml $1\"\n");

        Build build = built(repository, "itself");

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("ran azml demo");
        assertThat(build.artifacts()).containsExactly("cli/target/azml-1.tar.gz");
        assertThat(build.json().node().findValue("totalCount").asInt()).isEqualTo(1);
    }

    private Repository example(String name, String jenkinsfile) {
        return Repository.create(site.root(), name)
                .copy(Site.EXAMPLE, "examples/diabetes")
                .copy(Site.EXAMPLE.resolve(jenkinsfile), "Jenkinsfile");
    }

    private Build built(Repository repository, String name) {
        repository.commit("The repository as it is here");
        Multibranch job = folder.multibranch(name, site.url(name));
        job.scan();
        return job.branch("main").build(1);
    }
}
