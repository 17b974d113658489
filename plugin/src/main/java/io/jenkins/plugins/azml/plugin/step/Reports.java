package io.jenkins.plugins.azml.plugin.step;

import io.jenkins.plugins.azml.engine.call.Judgement;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.report.JUnitXml;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.plugin.agent.AgentFiles;
import io.jenkins.plugins.azml.plugin.run.Hosts;
import io.jenkins.plugins.azml.plugin.run.LiveRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stage has judged, as files in the workspace folder. */
final class Reports {
    private final Order order;
    private final AgentFiles.Folder folder;
    private final Lines lines;

    Reports(Order order, AgentFiles.Folder folder, Lines lines) {
        this.order = order;
        this.folder = folder;
        this.lines = lines;
    }

    /** A report that cannot be written is told and changes nothing else. */
    void write(LiveRun run) {
        try {
            run.judged(Hosts.get()).ifPresent(this::write);
        } catch (ProblemException | Unsettled e) {
            lines.note("no report was written: " + e.getMessage());
        }
    }

    private void write(Judgement judgement) {
        write(order.junit(), JUnitXml.of(List.of(judgement.suite())));
        write(order.markdown(), judgement.markdown());
    }

    private void write(@Nullable String file, String text) {
        if (file != null) {
            AgentFiles.write(folder, file, text);
        }
    }
}
