package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of an asset, by the names that the service knows it by; written {@code name:version}. */
public record AssetVersion(String name, String version) {
    private static final Pattern FORM = Pattern.compile("(?:azureml:)?([A-Za-z0-9][\\w.-]{0,254}):([\\w.-]{1,255})");

    /**
     * Reads {@code name:version}, with or without {@code azureml:} before it.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException INVALID_ARGUMENT if the text is none
     */
    public static AssetVersion of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw Problem.of(
                            ProblemCode.INVALID_ARGUMENT,
                            "'" + text
                                    + "' names no version of an asset: expected name:version, for example diabetes:3")
                    .asException();
        }
        return new AssetVersion(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
