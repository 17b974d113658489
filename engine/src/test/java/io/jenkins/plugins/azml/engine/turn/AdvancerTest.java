package io.jenkins.plugins.azml.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdvancerTest {
    private static final RunId RUN = new RunId("run-1");

    private final MemoryStore store = new MemoryStore();
    private final CountingStage stage = new CountingStage();
    private final List<Event> told = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private Advancer<CountingStage.Count, Integer> advancer() {
        return new Advancer<>(
                stage,
                CountingStage.CODEC,
                RUN,
                new Advancer.Surroundings(
                        store,
                        told::add,
                        () -> now,
                        new Random(1),
                        "test",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(10)));
    }

    private Integer seeThrough(Advancer<?, Integer> run) {
        return new PlainHost(duration -> now = now.plus(duration)).run(run);
    }

    private Advancer<CountingStage.Count, Integer> begun() {
        var run = advancer();
        run.begin(new CountingStage.Count.At(0));
        return run;
    }

    @Test
    void a_run_is_seen_through_and_saved_after_every_turn() {
        assertThat(seeThrough(begun())).isEqualTo(3);

        assertThat(store.saves).isEqualTo(4);
        assertThat(store.load(RUN).orElseThrow().generation()).isEqualTo(3);
        assertThat(now).isEqualTo(Instant.EPOCH.plusSeconds(3));
    }

    @Test
    void a_run_is_left_where_a_wait_would_be_longer_than_the_limit() {
        PlainHost host = new PlainHost(duration -> now = now.plus(duration));

        assertThat(host.runFor(begun(), Duration.ofMillis(500))).isEmpty();
        assertThat(now).isEqualTo(Instant.EPOCH);
        assertThat(host.runFor(advancer(), Duration.ofSeconds(1))).isEmpty();
        assertThat(now).isEqualTo(Instant.EPOCH.plusSeconds(1));
        assertThat(host.runFor(advancer(), Duration.ofSeconds(1))).contains(3);
    }

    @Test
    void a_new_run_writes_at_once_and_a_resumed_one_looks_first() {
        begun().step();

        advancer().step();

        assertThat(stage.calls).containsExactly("write At[number=0]", "look At[number=1]");
    }

    @Test
    void a_run_that_has_ended_gives_its_result_again_without_saving() {
        seeThrough(begun());
        int saves = store.saves;

        assertThat(seeThrough(advancer())).isEqualTo(3);
        assertThat(store.saves).isEqualTo(saves);
    }

    @Test
    void what_a_turn_tells_is_shown_once_its_state_is_saved() {
        var run = begun();
        stage.onTurn = () -> assertThat(told).isEmpty();

        run.step();

        assertThat(told).containsExactly(new Event.Note("counted 0"));
    }

    @Test
    void a_turn_whose_answer_was_lost_is_repeated_and_looks_first() {
        var run = begun();
        failNextTurn(new Unsettled(lost(), null, true));

        assertThat(seeThrough(run)).isEqualTo(3);
        assertThat(stage.calls.subList(0, 3))
                .containsExactly("write At[number=0]", "look At[number=0]", "write At[number=1]");
    }

    @Test
    void a_refused_read_is_repeated_without_looking_first() {
        var run = begun();
        failNextTurn(new Unsettled(lost(), null, false));

        seeThrough(run);

        assertThat(stage.calls.subList(0, 2)).containsExactly("write At[number=0]", "write At[number=0]");
    }

    @Test
    void a_turn_is_never_repeated_before_the_service_allows_it() {
        var run = begun();
        failNextTurn(new Unsettled(Problem.of(ProblemCode.THROTTLED, "busy"), Duration.ofSeconds(40), false));

        var step = (Advancer.Step.Waits<Integer>) run.step();

        assertThat(step.until().longest()).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void an_address_that_never_answered_is_given_up_soon() {
        var run = begun();
        stage.onTurn = () -> {
            throw new Unsettled(lost(), null, false);
        };

        assertThatThrownBy(() -> seeThrough(run))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no answer");
        assertThat(now).isBefore(Instant.EPOCH.plusSeconds(11));
    }

    @Test
    void a_write_that_stays_unsettled_ends_as_outcome_unknown_and_can_be_resumed() {
        var run = begun();
        run.step();
        stage.onTurn = () -> {
            throw new Unsettled(lost(), null, true);
        };

        assertThatThrownBy(() -> seeThrough(run))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.OUTCOME_UNKNOWN));

        stage.onTurn = () -> {};
        assertThat(seeThrough(advancer())).isEqualTo(3);
    }

    @Test
    void an_answer_of_another_form_is_asked_for_again() {
        var run = begun();
        failNextTurn(new JsonException("text 'id' is missing"));

        assertThat(seeThrough(run)).isEqualTo(3);
        assertThat(told)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                Event.Repeats.class,
                                repeats ->
                                        assertThat(repeats.because().code()).isEqualTo(ProblemCode.UNREADABLE_ANSWER)));
    }

    @Test
    void a_failure_is_saved_and_given_again_without_another_turn() {
        var run = begun();
        failNextTurn(Problem.of(ProblemCode.JOB_FAILED, "job 'x' failed").asException());
        assertThatThrownBy(run::step).hasMessage("job 'x' failed");

        assertThatThrownBy(() -> advancer().step()).hasMessage("job 'x' failed");
        assertThat(stage.calls).hasSize(1);
    }

    @Test
    void a_missing_right_is_no_end_and_the_run_can_be_resumed() {
        var run = begun();
        failNextTurn(Problem.of(ProblemCode.NOT_ALLOWED, "no right").asException());
        assertThatThrownBy(run::step).hasMessage("no right");

        assertThat(seeThrough(advancer())).isEqualTo(3);
    }

    @Test
    void a_cancelled_run_turns_to_its_end_once() {
        var run = begun();
        run.step();
        run.requestCancel();

        assertThatThrownBy(() -> seeThrough(run)).hasMessage("cancelled");

        assertThat(stage.calls).endsWith("cancel At[number=1]", "write Stopping[]");
        assertThatThrownBy(() -> advancer().step()).hasMessage("cancelled");
    }

    @Test
    void the_state_of_another_stage_is_refused_by_name() {
        store.save(RUN, new Envelope("train/7", 1, "azml 9.0", "At", java.util.Map.of(), null));

        assertThatThrownBy(() -> advancer().step())
                .hasMessage("the saved state is a 'train/7', written by azml 9.0; this release reads 'count/1'");
    }

    private static Problem lost() {
        return Problem.of(ProblemCode.UNREACHABLE, "no answer");
    }

    private void failNextTurn(@Nullable RuntimeException failure) {
        stage.onTurn = () -> {
            stage.onTurn = () -> {};
            throw failure;
        };
    }
}
