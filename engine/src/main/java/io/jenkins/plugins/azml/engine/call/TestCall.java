package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.report.Markdown;
import io.jenkins.plugins.azml.engine.report.Suite;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import io.jenkins.plugins.azml.engine.testing.EndpointTest;
import io.jenkins.plugins.azml.engine.testing.TestResult;
import io.jenkins.plugins.azml.engine.testing.Tested;
import io.jenkins.plugins.azml.engine.testing.TestingLimits;
import io.jenkins.plugins.azml.engine.testing.TestingPlan;
import io.jenkins.plugins.azml.engine.testing.TestingStage;
import io.jenkins.plugins.azml.engine.testing.TestingState;
import io.jenkins.plugins.azml.engine.testing.TestsFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tests a deployment.
 *
 * @param deployment which one answers, or null to let the traffic decide
 */
public record TestCall(
        String tests, String endpoint, @Nullable String deployment) implements StageCall<TestingState, Tested> {

    @Override
    public Called<TestingState, Tested> in(Scene scene) {
        TestingPlan plan = new TestingPlan(endpoint, deployment, tests(tests, scene), TestingLimits.usual());
        return new Called<>(
                new TestingStage(scene.workspace(), scene.scoringHosts(Scene.WORKSPACE), plan),
                TestingStage.CODEC,
                TestingStage.first(),
                tested -> new Called.Result(true, values(tested)),
                state -> judged(plan, TestingStage.results(state, plan)));
    }

    /** The tests as they were when the run began; bodies in files of their own are read from beside the file. */
    static List<EndpointTest> tests(String file, Scene scene) {
        return TestsFile.read(YamlReader.read(scene.text(file), file), scene.path(file));
    }

    private static Optional<Judgement> judged(TestingPlan plan, List<TestResult> results) {
        Suite suite = TestResult.suite("endpoint " + plan.endpoint(), results);
        return results.isEmpty() ? Optional.empty() : Optional.of(new Judgement(suite, Markdown.of(suite)));
    }

    private static Map<String, @Nullable Object> values(Tested tested) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("tests", tested.results().stream().map(TestCall::values).toList());
        return values;
    }

    private static Map<String, @Nullable Object> values(TestResult result) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", result.test().name());
        values.put("passed", result.assessment().passed());
        values.put("failures", result.assessment().failures());
        values.put("milliseconds", result.latency().toMillis());
        return values;
    }
}
