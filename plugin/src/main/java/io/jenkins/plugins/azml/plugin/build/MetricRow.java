package io.jenkins.plugins.azml.plugin.build;

import io.jenkins.plugins.azml.engine.gate.Comparison;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A metric of the challenger beside the champion's. */
@ExportedBean(defaultVisibility = 2)
public final class MetricRow {
    private final String metric;
    private final @Nullable Double challenger;
    private final @Nullable Double champion;

    private MetricRow(String metric, @Nullable Double challenger, @Nullable Double champion) {
        this.metric = metric;
        this.challenger = challenger;
        this.champion = champion;
    }

    /** Every metric that either has, in the order of their names; nothing where there is no champion. */
    static List<MetricRow> of(Comparison comparison) {
        if (comparison.champion() == null) {
            return List.of();
        }
        Map<String, Double> ours = comparison.candidate().metrics();
        Map<String, Double> theirs = comparison.champion().metrics();
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        return names.stream()
                .map(name -> new MetricRow(name, ours.get(name), theirs.get(name)))
                .toList();
    }

    @Exported
    public String getMetric() {
        return metric;
    }

    @Exported
    public @Nullable Object getChallenger() {
        return challenger == null ? null : Figure.plain(challenger);
    }

    @Exported
    public @Nullable Object getChampion() {
        return champion == null ? null : Figure.plain(champion);
    }

    public String getChallengerText() {
        return Figure.text(challenger);
    }

    public String getChampionText() {
        return Figure.text(champion);
    }

    /** The challenger's less the champion's. */
    public String getDifferenceText() {
        return Figure.text(challenger == null || champion == null ? null : challenger - champion);
    }
}
