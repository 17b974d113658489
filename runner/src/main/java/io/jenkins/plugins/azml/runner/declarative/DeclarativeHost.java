package io.jenkins.plugins.azml.runner.declarative;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.build.BuildRecord;
import io.jenkins.plugins.azml.runner.build.ParameterDefinition;
import io.jenkins.plugins.azml.runner.console.Failures;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.step.Described;
import io.jenkins.plugins.azml.runner.steps.ParameterDefinitions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/** What the interpreter of Declarative Pipelines asks of the build. */
public final class DeclarativeHost {
    private final PipelineExecution execution;

    public DeclarativeHost(PipelineExecution execution) {
        this.execution = execution;
    }

    private Build build() {
        return execution.build();
    }

    public void println(Object line) {
        execution.console().println(String.valueOf(line));
    }

    public void printFailure(Throwable failure) {
        execution.console().println(Failures.print(failure));
    }

    public void defineParameters(List<Described> parameters) {
        List<ParameterDefinition> definitions = new ArrayList<>();
        parameters.forEach(parameter -> definitions.add(ParameterDefinitions.of(parameter)));
        build().job().defineParameters(definitions);
    }

    public boolean isUnstable() {
        return build().result() == Result.UNSTABLE;
    }

    /** Whether the sources are checked out where a node is entered. */
    public boolean checksOut() {
        return execution.services().home().checksOut();
    }

    /** Marks the stage that runs now as skipped. */
    public void skipped() {
        build().stages().skip(execution.current());
    }

    /** Puts the name of another stage into the reason for a skip, but not into that of a condition. */
    public String reasonFor(String reason, String stage) {
        return reason.endsWith("when conditional")
                ? reason
                : reason.replaceFirst("^Stage \".*\" skipped", "Stage \"" + stage.replace("$", "\\$") + "\" skipped");
    }

    /** Takes the one value of a list of arguments. */
    public @Nullable Object only(@Nullable Object value) {
        return value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    }

    public boolean holds(String condition, List<?> arguments) {
        return new WhenConditions(build(), name -> execution.scope().environmentVariable(name))
                .holds(condition, arguments);
    }

    public List<Map<String, @Nullable Object>> cells(Map<String, @Nullable Object> stage) {
        return MatrixCells.of(stage);
    }

    /** Binds credentials to variables, in the order in which Jenkins keeps them: that of a hash map. */
    public List<Described> bindings(Map<String, Object> ids) {
        List<Described> bindings = new ArrayList<>();
        new HashMap<>(ids)
                .forEach((variable, id) -> bindings.add(new Described(
                        "credentials", Map.of("variable", variable, "credentialsId", id.toString()), Set.of())));
        return bindings;
    }

    /** Shows a variable of an environment section to those after it. */
    public void preview(String name, @Nullable Object value) {
        execution.current().preview().put(name, String.valueOf(value));
    }

    public void endPreview() {
        execution.current().preview().clear();
    }

    public List<String> pairs(@Nullable Map<?, ?> facts) {
        List<String> pairs = new ArrayList<>();
        if (facts != null) {
            facts.forEach((name, value) -> pairs.add(name + "=" + value));
        }
        return pairs;
    }

    /** Makes variables of what was entered in an input. */
    public List<String> inputVariables(Map<String, @Nullable Object> input, @Nullable Object submitted) {
        Object parameters = input.get("parameters");
        Object submitter = input.get("submitterParameter");
        if (submitted instanceof Map<?, ?> many) {
            return pairs(many);
        }
        if (submitter != null) {
            return List.of(submitter + "=" + submitted);
        }
        if (parameters instanceof List<?> list && list.size() == 1 && list.get(0) instanceof Described one) {
            return List.of(one.text("name") + "=" + submitted);
        }
        return List.of();
    }

    public List<String> conditionNames() {
        return PostCondition.words();
    }

    /** Tells whether any condition of a post section holds. What a stage warned of does not count yet, as on Jenkins. */
    public boolean hasWork(@Nullable Map<String, ?> conditions, @Nullable Throwable error) {
        Result now = combined(error, Result.SUCCESS);
        return conditions != null && conditions.keySet().stream().anyMatch(name -> holds(name, now, now));
    }

    private boolean holds(String condition, Result ofStage, Result ofBuild) {
        List<BuildRecord> previous = build().previous();
        Result before = previous.isEmpty() ? null : previous.get(0).result();
        return PostCondition.of(condition)
                .filter(known -> known.holds(known.comparesBuilds() ? ofBuild : ofStage, before))
                .isPresent();
    }

    private Result combined(@Nullable Throwable error, Result warning) {
        Result own = warning;
        if (error != null) {
            own = error instanceof FlowInterruptedException interrupted ? interrupted.getResult() : Result.FAILURE;
        }
        return build().currentResult().combine(own);
    }

    /** Shows the build's result as the steps of a condition see it; gives null where the condition has none to run. */
    public @Nullable Before beginCondition(
            String name, Map<String, ?> conditions, @Nullable Throwable error, @Nullable String stage) {
        Result warning = stage == null ? Result.SUCCESS : build().stages().warnings(execution.current());
        Result now = combined(error, warning);
        if (conditions.get(name) == null || !holds(name, now, combined(error, Result.SUCCESS))) {
            return null;
        }
        Before before = new Before(build().result(), now);
        build().replaceResult(now);
        return before;
    }

    /** Puts the build's result back, unless the steps of the condition changed it. */
    public void endCondition(@Nullable Before before) {
        if (before != null && build().currentResult() == before.shown() && before.shown() != before.original()) {
            build().replaceResult(before.original());
        }
    }

    /** The build's result before the steps of a condition, and what they were shown. */
    public record Before(@Nullable Result original, Result shown) implements Serializable {}
}
