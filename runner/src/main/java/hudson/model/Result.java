package hudson.model;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** The outcome of a build. Every result is better than those after it. */
public final class Result implements Serializable {
    public static final Result SUCCESS = new Result("SUCCESS", 0);
    public static final Result UNSTABLE = new Result("UNSTABLE", 1);
    public static final Result FAILURE = new Result("FAILURE", 2);
    public static final Result NOT_BUILT = new Result("NOT_BUILT", 3);
    public static final Result ABORTED = new Result("ABORTED", 4);
    private static final List<Result> ALL = List.of(SUCCESS, UNSTABLE, FAILURE, NOT_BUILT, ABORTED);
    private static final long serialVersionUID = 1L;

    private final String name;
    private final int ordinal;

    private Result(String name, int ordinal) {
        this.name = name;
        this.ordinal = ordinal;
    }

    /** Finds a result by its name in any case; what is no name of a result is FAILURE, as in Jenkins. */
    public static Result fromString(String name) {
        String wanted = name.toUpperCase(Locale.ENGLISH);
        return ALL.stream()
                .filter(result -> result.name.equals(wanted))
                .findFirst()
                .orElse(FAILURE);
    }

    public boolean isWorseThan(Result that) {
        return ordinal > that.ordinal;
    }

    public boolean isBetterThan(Result that) {
        return ordinal < that.ordinal;
    }

    public boolean isWorseOrEqualTo(Result that) {
        return ordinal >= that.ordinal;
    }

    public boolean isBetterOrEqualTo(Result that) {
        return ordinal <= that.ordinal;
    }

    /** Gives the worse of the two. */
    public Result combine(Result that) {
        return isWorseThan(that) ? this : that;
    }

    private Object readResolve() {
        return fromString(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
