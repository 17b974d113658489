package io.jenkins.plugins.azml.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void a_registration_that_cannot_be_read_yet_is_not_gone() {
        assertHolds("register:14.STALE_2.1+14.IN_SAVE_NEW_STAYS.1");
    }

    @Test
    void a_host_that_was_overtaken_shows_nothing_that_the_other_one_shows() {
        assertHolds(Program.of("train@6.OVERTAKE"));
    }

    @Test
    void a_removal_that_was_not_heard_is_asked_for_again() {
        assertHolds(Program.of("deploy-failing@0.FAULT.THROTTLED_MILLISECONDS+4.FAULT.SLOW+5.KILL.BEFORE_SAVE"
                + "+5.SECOND_HOST+7.FAULT.STALE_4+9.CANCEL+11.FAULT.EMPTY_OBJECT"));
    }

    @Test
    void a_removal_that_was_refused_with_a_good_answer_is_not_taken_for_done() {
        assertHolds(Program.of("deploy-failing@0.FAULT.THROTTLED_MILLISECONDS+4.FAULT.SLOW+5.KILL.BEFORE_SAVE"
                + "+5.SECOND_HOST+7.FAULT.STALE_4+9.CANCEL+9.SECOND_HOST+11.FAULT.EMPTY_OBJECT+13.SECOND_HOST"
                + "+15.FAULT.THROTTLED_0+16.FAULT.REFUSE+17.FAULT.STALE_4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promote@24.FAULT.UNAUTHORIZED+25.FAULT.UNAUTHORIZED",
                "promote@17.PAUSE.1+18.FAULT.UNAUTHORIZED+19.FAULT.UNAUTHORIZED"
            })
    void a_sign_in_that_has_run_out_turns_no_promotion_back(String program) {
        assertHolds(Program.of(program));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test@0.FAULT.FAILED_AFTER+2.FAULT.FAILED_AFTER+2.PAUSE.30+3.FAULT.FAILED_AFTER",
                "promote@23.FAULT.FAILED_AFTER+24.FAULT.FAILED_AFTER+28.FAULT.THROTTLED+29.FAULT.FAILED_AFTER+29.PAUSE.30"
            })
    void a_key_that_could_not_be_read_is_no_failed_test(String program) {
        assertHolds(Program.of(program));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollback@2.FAULT.STALE_3+4.FAULT.STALE_1+4.RESTORE.2",
                "rollback@0.KILL.AT_LOAD+0.FAULT.THROTTLED_MILLISECONDS+1.FAULT.UNKNOWN_STATUS+2.FAULT.UNKNOWN_STATUS"
            })
    void a_rollback_is_not_refused_for_a_state_that_may_pass(String program) {
        assertHolds(Program.of(program));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy-failing@7.FAULT.STALE_5+7.CANCEL+8.FAULT.EMPTY_BODY+11.FAULT.STALE_5",
                "deploy@6.CLOCK_JUMP.60+7.SECOND_HOST+9.FAULT.STALE_2+11.FAULT.EMPTY_OBJECT+12.FAULT.STALE_3"
            })
    void a_deployment_is_gone_when_its_list_says_so_too(String program) {
        assertHolds(Program.of(program));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy-failing@7.FAULT.STALE_5+7.CANCEL+7.FAULT.STALE_5+8.FAULT.EMPTY_BODY+11.FAULT.STALE_5",
                "deploy@4.FAULT.STALE_3+4.CANCEL+5.FAULT.SILENT+5.FAULT.STALE_3+6.OVERTAKE+8.FAULT.EMPTY_OBJECT"
                        + "+10.FAULT.STALE_3"
            })
    void a_deployment_that_was_never_seen_in_its_removal_is_not_gone_at_once(String program) {
        assertHolds(Program.of(program));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "register@1.FAULT.STALE_3+2.FAULT.STALE_1+3.FAULT.STALE_5+4.FAULT.STALE_1",
                "register@1.FAULT.STALE_5+2.FAULT.UNKNOWN_STATUS+3.FAULT.STALE_5+4.FAULT.STALE_4",
                "register@2.KILL.AT_LOAD+2.FAULT.STALE_2+3.FAULT.STALE_2+4.FAULT.STALE_5+6.FAULT.FAILED_AFTER+7.FAULT.STALE_2"
            })
    void a_version_that_no_read_shows_is_not_written_over(String program) {
        assertHolds(Program.of(program));
    }

    private static void assertHolds(Program program) {
        Play<?, ?> play = new Play<>(new Simulator<>(Subjects.named(program.subject()), 1));

        assertThat(play.run(program, Sabotage.NONE).violations()).isEmpty();
    }

    private static void assertHolds(String text) {
        Plan plan = Plan.of(text);
        Simulator<?, ?> simulator = new Simulator<>(Subjects.named(plan.subject()), 1);

        Simulator.Report report = simulator.run(plan, Sabotage.NONE);

        assertThat(report.happened()).containsExactlyInAnyOrderElementsOf(plan.strikes());
        assertThat(report.violations()).isEmpty();
    }
}
