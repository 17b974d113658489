package io.jenkins.plugins.azml.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What plans and programs have found, each mended, each by the smallest plan that showed it. */
class FoundScenario {
    @Test
    void a_deployment_whose_request_arrives_behind_its_cancellation_is_removed() {
        assertHolds("deploy:4.LATE.1+4.CANCEL.1");
    }

    @Test
    void a_job_whose_submission_arrives_behind_its_cancellation_is_ended() {
        assertHolds("train:17.LATE.1+17.CANCEL.1");
    }

    private static void assertHolds(String text) {
        Plan plan = Plan.of(text);
        Simulator<?, ?> simulator = new Simulator<>(Subjects.named(plan.subject()), 1);

        Simulator.Report report = simulator.run(plan, Sabotage.NONE);

        assertThat(report.happened()).containsExactlyInAnyOrderElementsOf(plan.strikes());
        assertThat(report.violations()).isEmpty();
    }
}
