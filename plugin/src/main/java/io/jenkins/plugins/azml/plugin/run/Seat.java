package io.jenkins.plugins.azml.plugin.run;

import hudson.model.Run;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.plugin.agent.AgentFiles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whoever waits for a run: a step of a build. */
public interface Seat extends AgentFiles.Folder {
    /** The build that the step belongs to. */
    Run<?, ?> build();

    /** Whether it waits for the end, or only until Azure has taken the work over. */
    boolean waits();

    void hears(Event event);

    void done(boolean passed, Map<String, @Nullable Object> result);

    void failed(ProblemException problem);

    /** Azure has taken the work over, and nobody here waits any longer. */
    void handedOver();
}
