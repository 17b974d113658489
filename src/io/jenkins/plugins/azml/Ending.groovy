package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** What an end of {@code azml} means to the step and to the build: the table of {@code docs/library.md}. */
class Ending implements Serializable {
    private static final long serialVersionUID = 1L
    private static final int DONE = 0
    private static final int GATE = 3
    private static final int CANCELLED = 4

    private final Object script

    Ending(Object script) {
        this.script = script
    }

    boolean isWaiting(Map ended) {
        ended.answer.status == 'waiting'
    }

    /** Whether calling the step again would be new work; else it goes on with the run. */
    boolean isFinal(Map ended) {
        ended.status >= DONE && ended.status <= CANCELLED
    }

    /** Whether the step fails by it where failures propagate. */
    boolean isFailure(String step, Map ended) {
        ended.status != DONE && !isHeldByGates(step, ended)
    }

    private boolean isHeldByGates(String step, Map ended) {
        ended.status == GATE && step == 'azmlEvaluate'
    }

    Map result(String step, Map ended) {
        result(step, ended, true)
    }

    /** Gives the result, or fails; with {@code propagate: false} a failure is a result too, and the build stays as it was. */
    Map result(String step, Map ended, boolean propagates) {
        if (ended.status == DONE) {
            return shaped(step, ended.answer as Map, true)
        }
        if (isHeldByGates(step, ended)) {
            return stopped(shaped(step, ended.answer as Map, false), propagates)
        }
        if (!propagates) {
            return failed(ended)
        }
        if (ended.status == CANCELLED) {
            script.currentBuild.result = 'ABORTED'
        }
        script.error("${step}: ${failure(ended)}".toString())
    }

    /** What a stage gives that took longer than its timeout. */
    Map late(String called, Map given) {
        String step = given.step ?: called
        String problem = "TIMED_OUT: ${step} took longer than its timeout of ${given.timeout ?: given.arguments.timeout}; its remote work is cancelled".toString()
        if (given.propagate == false) {
            String stage = step.substring('azml'.length()).toLowerCase()
            return [run: given.run, stage: stage, status: 'failed', code: 'TIMED_OUT', problem: problem]
        }
        script.error("${step}: ${problem}".toString())
    }

    private Map stopped(Map result, boolean propagates) {
        if (propagates) {
            script.unstable("azmlEvaluate: ${result.verdict}: ${new Plain().line(result.reason)}".toString())
        }
        result
    }

    @NonCPS
    private Map failed(Map ended) {
        List problems = (ended.answer.problems ?: []) as List
        String code = problems ? (problems[0] as Map).code : ''
        [run: ended.answer.run, stage: ended.answer.stage, status: 'failed', code: code, problem: failure(ended)]
    }

    @NonCPS
    private Map shaped(String step, Map answer, boolean passed) {
        Map result = [run: answer.run, stage: answer.stage, status: answer.status]
        result.putAll((answer.result ?: [:]) as Map)
        if (step == 'azmlEvaluate') {
            result.put('passed', passed)
        }
        if (step == 'azmlRegister') {
            result.put('model', [name: result.name, version: result.version])
            result.remove('name')
            result.remove('version')
        }
        result
    }

    /** The first finding of a check of files, in one line. */
    @NonCPS
    String finding(List findings) {
        Map first = findings[0] as Map
        String meant = first.suggestion ? "; did you mean '${first.suggestion}'?" : ''
        String more = findings.size() > 1 ? " (and ${findings.size() - 1} more, above)" : ''
        new Plain().line("${place(first)}${first.message}${meant}${more}")
    }

    /** Code, place, problem and fix in one line. */
    @NonCPS
    private String failure(Map ended) {
        List problems = (ended.answer.problems ?: []) as List
        if (problems.isEmpty()) {
            return ofTheAgent(ended.status as int)
        }
        Map problem = problems[0] as Map
        String more = problems.size() > 1 ? " (and ${problems.size() - 1} more, above)" : ''
        String fix = problem.fix ? "; fix: ${problem.fix}" : ''
        String meant = problem.suggestion ? "; did you mean '${problem.suggestion}'?" : ''
        new Plain().line("${problem.code}: ${place(problem.where as Map)}${problem.what}${meant}${more}${fix}")
    }

    @NonCPS
    private String place(Map where) {
        if (!where) {
            return ''
        }
        String line = where.line ? ":${where.line}" : ''
        String column = where.line && where.column ? ":${where.column}" : ''
        "${where.file}${line}${column}: "
    }

    @NonCPS
    private String ofTheAgent(int status) {
        Map words = [
            120: 'azml is not on the PATH of this agent; install it there, or set AZML_URL and AZML_SHA256',
            121: 'azml could not be fetched from AZML_URL; the reason is above',
            122: 'what AZML_URL gave does not have the checksum AZML_SHA256; it was not run',
            123: 'AZML_URL is set without AZML_SHA256; give the SHA-256 of the archive too',
            126: 'the command of AZML_COMMAND may not be run on this agent',
            127: 'the command of AZML_COMMAND is not there on this agent'
        ]
        words[status] ?: "azml ended with exit code ${status} and no answer; what it said is above"
    }
}
