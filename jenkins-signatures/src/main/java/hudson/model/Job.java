package hudson.model;

public abstract class Job<J extends Job<J, R>, R extends Run<J, R>> extends Actionable implements Item {
    Job() {}

    public R getBuildByNumber(int number) {
        throw new UnsupportedOperationException("signature");
    }

    public R getLastBuild() {
        throw new UnsupportedOperationException("signature");
    }

    @Override
    public final String getFullName() {
        throw new UnsupportedOperationException("signature");
    }
}
