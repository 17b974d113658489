package io.jenkins.plugins.azml.plugin.build;

import io.jenkins.plugins.azml.engine.gate.Comparison;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A stage of a build with all that it came to, for pages and for the remote API. */
@ExportedBean(defaultVisibility = 2)
public final class StageReport {
    private final StageEntry entry;
    private final JsonObject result;
    private final List<String> problems;
    private final @Nullable Comparison comparison;

    /**
     * A stage as it stands.
     *
     * @param result of the stage, empty while there is none
     * @param comparison whom an evaluation judged, or null
     */
    StageReport(StageEntry entry, JsonObject result, List<String> problems, @Nullable Comparison comparison) {
        this.entry = entry;
        this.result = result;
        this.problems = List.copyOf(problems);
        this.comparison = comparison;
    }

    @Exported
    public String getRun() {
        return entry.getRun();
    }

    @Exported
    public String getStage() {
        return entry.getStage();
    }

    @Exported
    public String getWorkspace() {
        return entry.getWorkspace();
    }

    /** {@code running}, {@code waiting}, {@code done}, {@code gate}, {@code failed} or {@code cancelled}. */
    @Exported
    public String getStatus() {
        return entry.getStatus();
    }

    /** In milliseconds since 1970. */
    @Exported
    public long getBegun() {
        return entry.getBegun();
    }

    /** In milliseconds since 1970; 0 while it has not ended. */
    @Exported
    public long getEnded() {
        return entry.getEnded();
    }

    /** The job that it submitted, evaluated, or took the model of. */
    @Exported
    public @Nullable String getJob() {
        if (getStage().equals("train")) {
            // A job bears the run's name, so that it is known before it ends.
            return text("job") == null ? getRun() : text("job");
        }
        String tagged = result.string("tags", "azml.job").orElse(text("candidate"));
        return tagged == null ? text("job") : tagged;
    }

    /** Where people look at the job, or null; nothing but a page that is fetched by TLS. */
    @Exported
    public @Nullable String getStudioUrl() {
        String known = entry.getStudioUrl() == null ? text("studioUrl") : entry.getStudioUrl();
        return known != null && known.startsWith("https://") ? known : null;
    }

    /** Figures of a training; what is not finite is a text. */
    @Exported
    public Map<String, Object> getMetrics() {
        Map<String, Object> metrics = new TreeMap<>();
        numbers().forEach((name, value) -> metrics.put(name, Figure.plain(value)));
        return metrics;
    }

    Map<String, Double> numbers() {
        Map<String, Double> numbers = new TreeMap<>();
        if (getStage().equals("train")) {
            JsonObject metrics = result.in("metrics");
            metrics.members()
                    .keySet()
                    .forEach(name -> metrics.number(name).ifPresent(value -> numbers.put(name, value)));
        }
        return numbers;
    }

    @Exported
    public Map<String, String> getParams() {
        return result.texts("params");
    }

    /** {@code better}, {@code equal}, {@code worse} or {@code blocked}. */
    @Exported
    public @Nullable String getVerdict() {
        return text("verdict");
    }

    /** Why the verdict came out so. */
    @Exported
    public @Nullable String getReason() {
        return text("reason");
    }

    @Exported
    public @Nullable String getChampion() {
        return text("champion");
    }

    @Exported
    public @Nullable String getTestData() {
        return text("testData");
    }

    @Exported(inline = true)
    public List<GateRow> getGates() {
        return result.objects("gates").stream().map(GateRow::new).toList();
    }

    /** The metrics that were judged, challenger beside champion. */
    @Exported(inline = true)
    public List<MetricRow> getComparison() {
        return comparison == null ? List.of() : MetricRow.of(comparison);
    }

    /** {@code name:version}. */
    @Exported
    public @Nullable String getModel() {
        JsonObject model = result.in("model");
        return model.members().isEmpty()
                ? text("model")
                : model.string("name").orElse("") + ":"
                        + model.string("version").orElse("");
    }

    @Exported
    public @Nullable String getEndpoint() {
        return text("endpoint");
    }

    @Exported
    public @Nullable String getDeployment() {
        return text("deployment");
    }

    /** The deployment that had the traffic before a promotion, or null. */
    @Exported
    public @Nullable String getPrevious() {
        return text("previous");
    }

    /** Where a promoted version is, {@code workspace/name:version}. */
    @Exported
    public @Nullable String getTo() {
        return text("to");
    }

    @Exported(inline = true)
    public List<TestRow> getTests() {
        return result.objects("tests").stream().map(TestRow::new).toList();
    }

    /** What went wrong, code first. */
    @Exported
    public List<String> getProblems() {
        return problems;
    }

    /** How long it took or has taken so far. */
    public String getDuration() {
        return Words.duration(getEnded() == 0 ? 0 : getEnded() - getBegun());
    }

    /** In one line, what it came to. */
    public String getHeadline() {
        return Words.headline(this);
    }

    public String getIcon() {
        return Words.icon(getStatus());
    }

    /** Figures of a training for a table with those columns. */
    public List<String> figures(List<String> metrics) {
        Map<String, Double> numbers = numbers();
        return metrics.stream().map(name -> Figure.text(numbers.get(name))).toList();
    }

    /** How many items of a set-up had each effect. */
    Map<String, Integer> effects() {
        Map<String, Integer> effects = new TreeMap<>();
        result.objects("items")
                .forEach(item -> effects.merge(item.string("effect").orElse(""), 1, Integer::sum));
        return effects;
    }

    /** A text of the tags of a job or model, or empty. */
    Map<String, String> tags() {
        return result.texts("tags");
    }

    JsonObject result() {
        return result;
    }

    private @Nullable String text(String name) {
        return result.string(name).filter(text -> !text.isEmpty()).orElse(null);
    }
}
