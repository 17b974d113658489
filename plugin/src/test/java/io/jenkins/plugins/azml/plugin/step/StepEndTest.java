package io.jenkins.plugins.azml.plugin.step;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.junit.jupiter.api.Test;

class StepEndTest {
    private static final Order EVALUATION = new Order(
            "azmlEvaluate",
            "evaluate",
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            "{}",
            null,
            null,
            null,
            null,
            null,
            null,
            true,
            true,
            false,
            Order.Wishes.NONE);

    @Test
    void a_step_whose_end_cannot_be_told_fails_and_does_not_wait_for_ever() {
        StepContext empty = mock(StepContext.class);
        StepEnd end = new StepEnd(empty, new Surroundings(empty), EVALUATION, "run-1", () -> null);

        end.done("evaluate", false, Map.of("verdict", "worse", "reason", "rmse 64.0"));

        verify(empty).onFailure(isA(IllegalStateException.class));
        verify(empty, never()).onSuccess(any());
    }
}
