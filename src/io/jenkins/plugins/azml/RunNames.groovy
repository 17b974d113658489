package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/**
 * The ids of a build's runs: job, build and ordinal of the step. A step that lost its agent before it had an end gets the
 * same id when it is called again in this build, so that it takes its run up instead of beginning another.
 */
class RunNames implements Serializable {
    private static final long serialVersionUID = 1L
    private static final int LONGEST_JOB = 50

    private final Object script

    RunNames(Object script) {
        this.script = script
    }

    String next(String step, Map arguments) {
        List lost = lost(step, arguments)
        if (lost) {
            return lost[0]
        }
        int ordinal = (script.env.AZML_STEPS ?: '0').toInteger() + 1
        script.env.AZML_STEPS = ordinal.toString()
        String build = script.env.BUILD_NUMBER
        String place = "${script.env.BUILD_URL ?: script.env.JOB_NAME} ${script.currentBuild.startTimeInMillis}"
        name(script.env.JOB_NAME.toString(), build, ordinal, step, place.toString())
    }

    /** Whether the same call was made before in this build and was lost. */
    boolean isKept(String step, Map arguments) {
        lost(step, arguments)
    }

    private List lost(String step, Map arguments) {
        (script.env."${mark(step, arguments)}" ?: '').tokenize()
    }

    /** Whether a run was begun in this workspace, or brought here. */
    boolean isHere(String run) {
        script.fileExists(".azml/runs/${run}/request.json".toString())
    }

    /** Keeps the run of a call that was lost, for the next such call. */
    void keep(String step, Map arguments, String run) {
        script.env."${mark(step, arguments)}" = (lost(step, arguments) - run + run).join(' ')
    }

    /** Whoever takes a run up has it alone: another such call, on another branch of {@code parallel}, has its own. */
    void take(String step, Map arguments, String run) {
        List lost = lost(step, arguments)
        if (lost) {
            script.env."${mark(step, arguments)}" = (lost - run).join(' ')
        }
    }

    /** A job that is deleted and made anew counts from 1 again: the hash of place and time keeps its runs apart. */
    @NonCPS
    private String name(String job, String build, int ordinal, String step, String place) {
        String words = job.replaceAll('[^A-Za-z0-9]+', '-')
        String shown = words.length() > LONGEST_JOB ? words.substring(words.length() - LONGEST_JOB) : words
        String verb = step.substring('azml'.length()).toLowerCase()
        "${shown}-${build}-${ordinal}-${verb}-${hash(place)}".toString().replaceAll('^-+', '')
    }

    @NonCPS
    private String mark(String step, Map arguments) {
        "AZML_LOST_${step}_${hash(new Plain().write(arguments))}".toString()
    }

    @NonCPS
    private String hash(String text) {
        Integer.toString(text.hashCode() & Integer.MAX_VALUE, 36)
    }
}
