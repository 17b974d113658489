package io.jenkins.plugins.azml.plugin.step;

import hudson.FilePath;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.plugin.agent.AgentFiles;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.WorkspaceAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jspecify.annotations.Nullable;

/**
 * The workspace folder of a step: that of the node around it, or the one that its build left last on a node of a label.
 * There it is read through the agent's channel; no executor is taken.
 */
final class WorkspaceFolder implements AgentFiles.Folder {
    static final Duration AGAIN = Duration.ofSeconds(10);

    private final Surroundings around;
    private final String step;
    private final boolean inside;
    private final @Nullable String label;

    /**
     * @param inside whether the step began inside a node
     * @param label of the node that is meant outside any, or null
     */
    WorkspaceFolder(Surroundings around, String step, boolean inside, @Nullable String label) {
        this.around = around;
        this.step = step;
        this.inside = inside;
        this.label = label;
    }

    @Override
    public FilePath find() {
        Optional<FilePath> here = around.find(FilePath.class);
        if (here.isPresent()) {
            return here.get();
        }
        if (inside) {
            throw away("the agent of the step is away");
        }
        if (label == null) {
            throw Given.problem(
                    step + " reads or writes files of a workspace folder, so it stands inside 'node' or in a"
                            + " stage with an agent, or names with node: the label of a node where this build has checked out");
        }
        return left(label);
    }

    private FilePath left(String wanted) {
        WorkspaceAction left = last(wanted)
                .orElseThrow(() -> Given.problem(step + ": node: this build has left no workspace folder on a node of"
                        + " label '" + wanted + "'; check out there first: node('" + wanted + "') { checkout scm }"));
        FilePath folder = left.getWorkspace();
        if (folder == null) {
            throw away("the node '" + left.getNode() + "' with the workspace folder " + left.getPath() + " is away");
        }
        return folder;
    }

    /** The nearest one among all that happened before the step. */
    private Optional<WorkspaceAction> last(String wanted) {
        Deque<FlowNode> next = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        next.add(around.get(FlowNode.class));
        while (!next.isEmpty()) {
            FlowNode node = next.remove();
            WorkspaceAction action = node.getAction(WorkspaceAction.class);
            if (action != null && isOf(action, wanted)) {
                return Optional.of(action);
            }
            node.getParents().stream()
                    .filter(parent -> seen.add(parent.getId()))
                    .forEach(next::add);
        }
        return Optional.empty();
    }

    private static boolean isOf(WorkspaceAction action, String wanted) {
        return action.getNode().equals(wanted)
                || action.getLabels().stream().anyMatch(label -> label.getName().equals(wanted));
    }

    private static Unsettled away(String what) {
        return new Unsettled(Problem.of(ProblemCode.UNREACHABLE, what), AGAIN, false);
    }
}
