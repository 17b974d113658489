package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.regex.Pattern;

/**
 * Which run of a stage this is: the root of every name that the run gives to jobs, versions and deployments.
 *
 * @param value 3 to 100 characters: letters, digits, {@code -}, {@code _}; a letter or digit first and last
 */
public record RunId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{1,98}[A-Za-z0-9]");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw Problem.of(
                            ProblemCode.INVALID_ARGUMENT,
                            "'" + value + "' is no run id: expected 3 to 100 letters, digits, '-' or '_', a letter or"
                                    + " digit first and last")
                    .asException();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
