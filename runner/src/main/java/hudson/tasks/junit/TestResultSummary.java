package hudson.tasks.junit;

import java.io.Serializable;

/** What {@code junit} counted. */
public final class TestResultSummary implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int failCount;
    private final int skipCount;
    private final int totalCount;

    public TestResultSummary(int failCount, int skipCount, int totalCount) {
        this.failCount = failCount;
        this.skipCount = skipCount;
        this.totalCount = totalCount;
    }

    public int getFailCount() {
        return failCount;
    }

    public int getSkipCount() {
        return skipCount;
    }

    public int getPassCount() {
        return totalCount - failCount - skipCount;
    }

    public int getTotalCount() {
        return totalCount;
    }
}
