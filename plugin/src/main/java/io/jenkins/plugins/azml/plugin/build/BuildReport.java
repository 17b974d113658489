package io.jenkins.plugins.azml.plugin.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What the stages of a build came to. */
@ExportedBean
public final class BuildReport {
    /** As many metrics as a line has room for. */
    private static final int FEW = 6;

    private final List<StageReport> stages;

    BuildReport(List<StageReport> stages) {
        this.stages = List.copyOf(stages);
    }

    /** In the order in which they began. */
    @Exported(inline = true)
    public List<StageReport> getStages() {
        return stages;
    }

    @Exported(inline = true)
    public List<Lineage> getLineage() {
        return Lineage.of(stages);
    }

    public List<StageReport> getTrainings() {
        return stages.stream().filter(stage -> !stage.numbers().isEmpty()).toList();
    }

    /** The names of all metrics of all trainings. */
    public List<String> getMetrics() {
        return stages.stream()
                .flatMap(stage -> stage.numbers().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public List<StageReport> getEvaluations() {
        return stages.stream().filter(stage -> !stage.getGates().isEmpty()).toList();
    }

    public List<StageReport> getTestings() {
        return stages.stream().filter(stage -> !stage.getTests().isEmpty()).toList();
    }

    /** The build in a few lines: how its stages stand, what was measured, judged and delivered. */
    public List<String> getSummary() {
        List<String> lines = new ArrayList<>();
        lines.add(counts());
        last(getTrainings()).ifPresent(training -> lines.add(metrics(training)));
        last(getEvaluations()).ifPresent(evaluation -> lines.add(judged(evaluation)));
        getLineage().stream()
                .filter(lineage -> !lineage.getDeployments().isEmpty())
                .forEach(
                        lineage -> lines.add(lineage.getModel() + " → " + String.join(", ", lineage.getDeployments())));
        return lines;
    }

    private String counts() {
        return stages.stream()
                .collect(Collectors.groupingBy(StageReport::getStatus, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(status -> Messages.of("stages." + status.getKey(), status.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String metrics(StageReport training) {
        return training.numbers().entrySet().stream()
                .limit(FEW)
                .map(metric -> metric.getKey() + " " + Figure.text(metric.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String judged(StageReport evaluation) {
        return Messages.of("verdict", Objects.requireNonNullElse(evaluation.getVerdict(), "–")) + ": "
                + Objects.requireNonNullElse(evaluation.getReason(), "");
    }

    private static Optional<StageReport> last(List<StageReport> found) {
        return found.stream().reduce((earlier, later) -> later);
    }
}
