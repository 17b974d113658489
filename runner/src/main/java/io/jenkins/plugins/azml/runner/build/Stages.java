package io.jenkins.plugins.azml.runner.build;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.cps.CpsBodyExecution;
import io.jenkins.plugins.azml.runner.cps.CpsThread;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/** The tree of stages and branches, as it grows. */
public final class Stages implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String BRANCH = "Branch: ";
    private static final String DECLARATIVE = "Declarative: ";
    private static final String PARALLEL = "parallel";
    /** The steps whose bodies are stages. */
    private static final Set<String> NAMING = Set.of("stage", "load");

    private final ArrayList<StageNode> roots = new ArrayList<>();
    /** Steps that note a warning look here on threads of their own. */
    private final ConcurrentHashMap<String, StageNode> nodes = new ConcurrentHashMap<>();

    public List<StageNode> roots() {
        return roots;
    }

    /** A step begins: branches without a stage around them are a block, even where there are none. */
    public void stepStarts(StepContext step) {
        Optional<StageNode> parent = around(step.enclosingBody());
        if (step.function().equals(PARALLEL)
                && parent.filter(node -> !node.type().equals("PARALLEL")).isEmpty()) {
            block(step, parent);
        }
    }

    /** A step ends: a block takes its status from its branches, and where there are none, from the step. */
    public void stepEnds(StepContext step, @Nullable Throwable failure) {
        StageNode block = nodes.get(Integer.toString(step.id()));
        if (block != null && failure != null && block.children().isEmpty()) {
            block.worsen(status(failure));
        }
    }

    public void bodyStarts(CpsBodyExecution body) {
        String label = body.label();
        if (label == null) {
            return;
        }
        StepContext step = body.context();
        Optional<StageNode> parent = around(step.enclosingBody());
        if (NAMING.contains(step.function())) {
            nodes.put(key(body), stage(label, parent));
        } else if (label.startsWith(BRANCH)) {
            StageNode block =
                    parent.filter(node -> !node.type().equals("PARALLEL")).orElseGet(() -> block(step, parent));
            nodes.put(key(body), add(label.substring(BRANCH.length()), "PARALLEL", Optional.of(block)));
        }
    }

    private StageNode stage(String label, Optional<StageNode> parent) {
        String name = label.startsWith(DECLARATIVE) ? label.substring(DECLARATIVE.length()) : label;
        if (parent.isPresent()
                && parent.get().type().equals("PARALLEL")
                && parent.get().name().equals(name)) {
            return parent.get();
        }
        return add(name, "STAGE", parent);
    }

    private StageNode block(StepContext step, Optional<StageNode> parent) {
        return nodes.computeIfAbsent(Integer.toString(step.id()), absent -> add("Parallel", "PARALLEL_BLOCK", parent));
    }

    private StageNode add(String name, String type, Optional<StageNode> parent) {
        StageNode node = new StageNode(name, type, Instant.now());
        if (parent.filter(StageNode::isSkipped).isEmpty()) {
            parent.map(StageNode::children).orElse(roots).add(node);
        }
        return node;
    }

    public void bodyEnds(CpsBodyExecution body, @Nullable Throwable failure) {
        StageNode node = nodes.get(key(body));
        if (node != null) {
            node.end(Instant.now());
        }
        if (node != null && failure != null) {
            node.worsen(status(failure));
        }
        StageNode block = nodes.get(Integer.toString(body.context().id()));
        if (node != null && block != null) {
            block.worsen(node.status());
        }
    }

    private static StageStatus status(Throwable failure) {
        return failure instanceof FlowInterruptedException interrupted
                ? StageStatus.valueOf(interrupted.getResult().toString())
                : StageStatus.FAILURE;
    }

    /** Notes a result for the stage around a step, without ending it. */
    public void warn(StepContext step, Result result) {
        around(step.enclosingBody()).ifPresent(node -> node.worsen(StageStatus.valueOf(result.toString())));
    }

    /** Notes that the stage in which a thread runs was skipped. */
    public void skip(CpsThread thread) {
        around(thread.body()).ifPresent(StageNode::skip);
    }

    /** The worst result that was noted for the stage in which a thread runs. */
    public Result warnings(CpsThread thread) {
        return around(thread.body())
                .map(StageNode::status)
                .filter(status -> status != StageStatus.SKIPPED)
                .map(status -> Result.fromString(status.name()))
                .orElse(Result.SUCCESS);
    }

    private Optional<StageNode> around(@Nullable CpsBodyExecution body) {
        for (CpsBodyExecution at = body; at != null; at = at.context().enclosingBody()) {
            StageNode node = nodes.get(key(at));
            if (node != null) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static String key(CpsBodyExecution body) {
        return body.context().id() + "/" + body.label();
    }
}
