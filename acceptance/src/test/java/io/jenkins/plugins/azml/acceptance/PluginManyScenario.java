package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What 200 waiting steps cost the controller, beside 200 branches that only sleep. */
@OnJenkins(Plugin.INSTALLED)
@TestInstance(Lifecycle.PER_CLASS)
class PluginManyScenario {
    private static final int STEPS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SPAN = Duration.ofSeconds(60);

    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given, Folder own) {
        site = given;
        site.configurePlugin();
        site.project("many")
                .replaced("azml/job.yml", "azml/long.yml", "limits:", """
                        environment_variables:
                          AZML_TWIN: '{"queued": "PT0S", "running": "PT1H", "log": ["working"]}'
                        limits:""")
                .commit("The example, and a job that the emulator's twin runs for an hour");
        folder = own;
    }

    @Test
    void two_hundred_waiting_steps_cost_the_controller_little() {
        Build sleeping = branches("sleeping", "sleep 3600").build();
        sleeping.awaitLines("Sleeping for ", STEPS);
        Cost without = Cost.of(site.jenkins(), sleeping);
        sleeping.abort();
        sleeping.result();

        Build training = branches("training", "azmlTrain(file: 'azml/long.yml', workspace: 'dev')")
                .build();
        awaitRunning(training);
        training.awaitLines("| working", STEPS);
        Cost with = Cost.of(site.jenkins(), training);
        long requests = requestsInASpan();
        training.abort();

        assertThat(training.result()).isEqualTo("ABORTED");
        System.out.println("[acceptance] " + STEPS + " waiting steps: " + with.beyond(without, STEPS) + ", " + requests
                + " requests a minute");
        assertThat(with.threads() - without.threads()).isLessThanOrEqualTo(8);
        assertThat((with.heap() - without.heap()) / STEPS).isLessThan(20 << 10);
        assertThat((with.program() - without.program()) / STEPS).isLessThan(2 << 10);
    }

    private void awaitRunning(Build build) {
        Awaitility.await("all jobs run")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> site.azure().statuses("dev", build).stream()
                                .filter("Running"::equals)
                                .count()
                        == STEPS);
    }

    private long requestsInASpan() {
        site.azure().forgetRequests();
        Instant end = Instant.now().plus(SPAN);
        Awaitility.await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
        return site.azure().requests().size();
    }

    private Job branches(String name, String step) {
        return folder.job(name, """
                node {
                    git url: '%s', branch: 'main'
                    azmlSetup folder: 'azml/setup/dev', workspace: 'dev'
                    def branches = [:]
                    for (int i = 0; i < %d; i++) {
                        branches["b${i}"] = { %s }
                    }
                    parallel branches
                }
                """.formatted(site.url("many"), STEPS, step));
    }
}
