package io.jenkins.plugins.azml.runner.cps;

import io.jenkins.plugins.azml.runner.build.Variables;
import io.jenkins.plugins.azml.runner.console.ConsoleFilter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the blocks around a step give it: variables, folder, node, filters of the console. Immutable. */
public final class BlockContext implements Serializable {
    public static final BlockContext TOP = new BlockContext(null, null, List.of(), List.of(), Set.of());
    private static final long serialVersionUID = 1L;

    private final @Nullable HashMap<String, String> node;
    private final @Nullable String directory;
    private final ArrayList<Map<String, String>> overrides;
    private final ArrayList<ConsoleFilter> filters;
    private final TreeSet<String> secrets;

    private BlockContext(
            @Nullable Map<String, String> node,
            @Nullable String directory,
            List<Map<String, String>> overrides,
            List<ConsoleFilter> filters,
            Set<String> secrets) {
        this.node = node == null ? null : new HashMap<>(node);
        this.directory = directory;
        this.overrides = new ArrayList<>(overrides);
        this.filters = new ArrayList<>(filters);
        this.secrets = new TreeSet<>(secrets);
    }

    /** Enters a node: its variables lie under those of the build. */
    public BlockContext onNode(Map<String, String> variables, String workspace) {
        return new BlockContext(variables, workspace, overrides, filters, secrets);
    }

    public BlockContext in(String newDirectory) {
        return new BlockContext(node, newDirectory, overrides, filters, secrets);
    }

    /** Lays variables over all others. */
    public BlockContext with(Map<String, String> variables) {
        List<Map<String, String>> all = new ArrayList<>(overrides);
        all.add(new HashMap<>(variables));
        return new BlockContext(node, directory, all, filters, secrets);
    }

    /** Names variables whose values are secret. */
    public BlockContext withSecrets(Set<String> names) {
        Set<String> all = new TreeSet<>(secrets);
        all.addAll(names);
        return new BlockContext(node, directory, overrides, filters, all);
    }

    public BlockContext filtered(ConsoleFilter filter) {
        List<ConsoleFilter> all = new ArrayList<>(filters);
        all.add(filter);
        return new BlockContext(node, directory, overrides, all, secrets);
    }

    public boolean hasNode() {
        return node != null;
    }

    public @Nullable String directory() {
        return directory;
    }

    public List<ConsoleFilter> filters() {
        return filters;
    }

    public Set<String> secrets() {
        return secrets;
    }

    /** Computes the variables that a step sees, given those of the build. */
    public Map<String, String> environment(Map<String, String> build) {
        Variables effective = new Variables(node == null ? Map.of() : node);
        effective.putAll(build);
        overrides.forEach(effective::overrideAll);
        return effective.asMap();
    }
}
