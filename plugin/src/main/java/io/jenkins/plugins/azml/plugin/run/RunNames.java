package io.jenkins.plugins.azml.plugin.run;

import hudson.model.Run;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.Locale;

/** The ids of a build's runs: job, build and node of the step. */
public final class RunNames {
    private static final int LONGEST_JOB = 50;

    private RunNames() {}

    /**
     * The id of the run of one step. A job that is deleted and made anew counts from 1 again: the hash of place and time
     * keeps its runs apart.
     *
     * @param node the step's own in the build's graph
     */
    public static RunId of(Run<?, ?> build, String node, String stage) {
        String job = build.getParent().getFullName();
        String words = job.replaceAll("[^A-Za-z0-9]+", "-");
        String shown = words.length() > LONGEST_JOB ? words.substring(words.length() - LONGEST_JOB) : words;
        int hash = (job + " " + build.getTimeInMillis()).hashCode() & Integer.MAX_VALUE;
        String name = shown + "-" + build.getNumber() + "-" + node + "-" + stage.toLowerCase(Locale.ROOT) + "-"
                + Integer.toString(hash, 36);
        return new RunId(name.replaceAll("^-+", ""));
    }
}
