package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.console.Words;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Report;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code azml test}. */
public final class TestDoor implements StageDoor<TestDoor.Arguments, TestingState, Tested> {

    /**
     * What is saved of a call.
     *
     * @param deployment which one answers, or null to let the traffic decide
     */
    public record Arguments(
            String tests, String endpoint, @Nullable String deployment) {}

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Prepared<TestingState, Tested> prepare(Arguments arguments, Scene scene) {
        TestingPlan plan = new TestingPlan(
                arguments.endpoint(), arguments.deployment(), tests(arguments.tests(), scene), TestingLimits.usual());
        return new Prepared<>(
                new TestingStage(scene.workspace(), scene.scoringHosts(RunRecord.WORKSPACE), plan),
                TestingStage.CODEC,
                TestingStage.first(),
                tested -> show(tested.results()),
                state -> report(plan, TestingStage.results(state, plan)));
    }

    /** The tests as they were when the run began; bodies in files of their own are read from beside the file. */
    static List<EndpointTest> tests(String file, Scene scene) {
        return TestsFile.read(YamlReader.read(scene.text(file), file), Path.of(file));
    }

    private static Optional<Report> report(TestingPlan plan, List<TestResult> results) {
        Suite suite = TestResult.suite("endpoint " + plan.endpoint(), results);
        return results.isEmpty() ? Optional.empty() : Optional.of(new Report(suite, Markdown.of(suite)));
    }

    private static Shown show(List<TestResult> results) {
        Table table = new Table("test", "outcome", "time");
        results.forEach(result -> table.row(
                result.test().name(), result.assessment().passed() ? "passed" : "failed", Words.of(result.latency())));
        return Shown.done(Map.of("tests", results.stream().map(TestDoor::json).toList()), table.lines());
    }

    private static Map<String, @Nullable Object> json(TestResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", result.test().name());
        json.put("passed", result.assessment().passed());
        json.put("failures", result.assessment().failures());
        json.put("milliseconds", result.latency().toMillis());
        return json;
    }
}
