package io.jenkins.plugins.azml.plugin.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A model's way through a build: commit, data versions, job, model version, deployments. */
@ExportedBean(defaultVisibility = 2)
public final class Lineage {
    private static final int SHORT = 12;

    private final Map<String, String> data = new TreeMap<>();
    private final List<String> deployments = new ArrayList<>();
    private @Nullable String commit;
    private @Nullable String job;
    private @Nullable String model;

    /** The ways of all models that the stages touched, in the order of their beginnings. */
    static List<Lineage> of(List<StageReport> stages) {
        List<Lineage> all = new ArrayList<>();
        stages.stream()
                .filter(stage -> stage.getStatus().equals("done"))
                .forEach(stage -> find(stage, all).take(stage));
        all.removeIf(Lineage::isEmpty);
        return all;
    }

    private static Lineage find(StageReport stage, List<Lineage> all) {
        Lineage found = all.stream()
                .filter(lineage -> same(lineage.job, stage.getJob()) || same(lineage.model, stage.getModel()))
                .findFirst()
                .orElseGet(Lineage::new);
        if (!all.contains(found)) {
            all.add(found);
        }
        return found;
    }

    private static boolean same(@Nullable String known, @Nullable String told) {
        return known != null && known.equals(told);
    }

    private void take(StageReport stage) {
        Map<String, String> told = new LinkedHashMap<>(stage.tags());
        stage.result().texts("data").forEach((input, version) -> told.put("azml.data." + input, version));
        stage.result().string("commit").ifPresent(value -> told.put("azml.commit", value));
        told.forEach((name, value) -> {
            if (name.startsWith("azml.data.")) {
                data.put(name.substring("azml.data.".length()), value);
            }
        });
        commit = first(commit, told.get("azml.commit"));
        job = first(job, stage.getJob());
        model = first(model, stage.getModel());
        if (stage.getDeployment() != null) {
            deployments.add(place(stage) + "/" + Words.delivered(stage));
        }
    }

    private static @Nullable String first(@Nullable String known, @Nullable String told) {
        return known == null && told != null && !told.isEmpty() ? told : known;
    }

    /** The workspace that serves it. */
    private static String place(StageReport stage) {
        String to = stage.getTo();
        return to == null ? stage.getWorkspace() : to.substring(0, Math.max(0, to.indexOf('/')));
    }

    private boolean isEmpty() {
        return job == null && model == null;
    }

    @Exported
    public @Nullable String getCommit() {
        return commit;
    }

    /** The commit as people write it. */
    public String getShortCommit() {
        return commit == null ? "–" : commit.substring(0, Math.min(SHORT, commit.length()));
    }

    /** Versions of data assets by input. */
    @Exported
    public Map<String, String> getData() {
        return Map.copyOf(data);
    }

    /** The data versions, each once. */
    public List<String> getVersions() {
        return data.values().stream().distinct().toList();
    }

    @Exported
    public @Nullable String getJob() {
        return job;
    }

    /** {@code name:version}. */
    @Exported
    public @Nullable String getModel() {
        return model;
    }

    /** {@code workspace/endpoint/deployment}. */
    @Exported
    public List<String> getDeployments() {
        return List.copyOf(deployments);
    }
}
