package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A build's check by the Checks API plugin, given to a host of code that keeps in the controller's memory what it gets. */
@OnJenkins(Plugin.INSTALLED)
@TestInstance(Lifecycle.PER_CLASS)
class PluginChecksScenario {
    private static final String KEPT = "azml-acceptance-checks";

    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given, Folder own) {
        site = given;
        site.configurePlugin();
        site.slowProject("checked").commit("The example");
        folder = own;
    }

    /** The host of code leaves with the controller; so the last one is ended here. */
    @AfterAll
    void forget() {
        site.jenkins().script("""
                def factories = ExtensionList.lookup(io.jenkins.plugins.checks.api.ChecksPublisherFactory)
                factories.findAll { it.class.simpleName == 'Keeps' }.each { factories.remove(it) }
                System.properties.remove('%s')
                """.formatted(KEPT));
    }

    private void keepChecks() {
        site.jenkins().script("""
                import io.jenkins.plugins.checks.api.*

                class Keeps extends ChecksPublisherFactory {
                    protected Optional<ChecksPublisher> createPublisher(hudson.model.Run<?, ?> run, hudson.model.TaskListener listener) {
                        return Optional.of(new Keeper(build: run.externalizableId))
                    }
                }

                class Keeper extends ChecksPublisher {
                    String build
                    void publish(ChecksDetails check) {
                        def said = check.output.get()
                        System.properties['%s'] << [build, check.name.get(), check.status, check.conclusion,
                            said.title.get(), said.summary.get().replace('\\n', ' '), check.detailsURL.orElse('')].join(' ; ')
                    }
                }

                System.properties['%s'] = new java.util.concurrent.CopyOnWriteArrayList()
                ExtensionList.lookup(ChecksPublisherFactory).add(0, new Keeps())
                """.formatted(KEPT, KEPT));
    }

    private List<String> checks(Build build) {
        String id = build.job() + "#" + build.number() + " ; ";
        return site.jenkins()
                .script("System.properties['" + KEPT + "'].each { println it }")
                .lines()
                .filter(line -> line.startsWith(id))
                .map(line -> line.substring(id.length()))
                .toList();
    }

    /** It is published in the background, after the end. */
    private String completed(Build build) {
        Awaitility.await("completed check of " + build.path())
                .atMost(Duration.ofSeconds(30))
                .until(() -> checks(build).stream().anyMatch(check -> check.startsWith("azml ; COMPLETED ; ")));
        List<String> checks = checks(build);
        return checks.get(checks.size() - 1);
    }

    @Test
    void a_check_goes_with_the_build_and_is_completed_over_a_kill_while_its_job_trains() {
        keepChecks();
        Build build = folder.job("loop", Scripts.loop(site.url("checked"), "azml/slow.yml"))
                .build();
        site.azure().awaitJob("dev", build, "Running");
        Awaitility.await("a check of the training")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !checks(build).isEmpty());
        assertThat(checks(build)).allMatch(check -> check.startsWith("azml ; IN_PROGRESS ; NONE ; "));
        site.restart();
        keepChecks();

        String result = build.result();

        assertThat(result).as(build.console()).isEqualTo("SUCCESS");
        assertThat(completed(build))
                .startsWith("azml ; COMPLETED ; SUCCESS ; ")
                .contains("### Verdict: ", "### Metrics", "| rmse |", "### Lineage")
                .endsWith(" ; " + site.jenkins().json("api/json").text("url") + build.path() + "azml/")
                .doesNotContain(site.azure().secrets());
    }

    @Test
    void the_check_of_an_aborted_build_is_cancelled() {
        keepChecks();
        Build build =
                folder.job("aborted", site.train("checked", "azml/endless.yml")).build();
        site.azure().awaitJob("dev", build, "Running");
        build.abort();

        assertThat(build.result()).isEqualTo("ABORTED");
        assertThat(completed(build)).startsWith("azml ; COMPLETED ; CANCELED ; ");
    }
}
