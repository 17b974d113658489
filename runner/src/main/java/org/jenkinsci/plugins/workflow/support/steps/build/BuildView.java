package org.jenkinsci.plugins.workflow.support.steps.build;

import hudson.model.Result;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link RunWrapper} shows of a build. */
public interface BuildView {
    int number();

    String jobName();

    @Nullable
    Result result();

    @Nullable
    String description();

    String displayName();

    boolean keepLog();

    long startTime();

    Map<String, String> variables();

    List<Map<String, Object>> causes();

    /** The ended builds before this one, the youngest first. */
    List<BuildView> previous();

    /** The ended builds after this one, the oldest first. */
    List<BuildView> next();

    /** Whether it is the running build, which alone can be changed. */
    boolean isCurrent();

    void setResult(Result result);

    void setDescription(@Nullable String text);

    void setDisplayName(@Nullable String name);

    void setKeepLog(boolean keep);
}
