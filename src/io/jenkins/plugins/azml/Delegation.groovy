package io.jenkins.plugins.azml

import hudson.AbortException
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Does the work of every step: by the plugin's step of the same name where it is installed, else by the same verb of the
 * command line on the agent.
 */
class Delegation implements Serializable {
    private static final long serialVersionUID = 1L
    private static final int FIRST_PAUSE = 2
    private static final int LONGEST_PAUSE = 60

    private final Object script
    private final Arguments arguments = new Arguments()
    private final Ending ending
    private final Agent agent

    Delegation(Object script) {
        this(script, null)
    }

    /** @param agent where runs are visited outside any node, or null for a node of the label that a step was given */
    Delegation(Object script, Agent agent) {
        this.script = script
        this.agent = agent
        this.ending = new Ending(script)
    }

    Object step(String step, Map given) {
        Map checked = new Plain().of(given) as Map
        String mistake = arguments.mistake(step, checked) ?: arguments.forbidden(checked, script.env.AZML_WORKSPACES as String)
        if (mistake) {
            script.error("${step}: ${mistake}".toString())
        }
        try {
            return script.steps."${step}"(checked)
        } catch (NoSuchMethodError missing) {
            if (!missing.message.contains("'${step}'")) {
                throw missing
            }
        }
        timed(step, checked) { onAgent(step, checked) }
    }

    /** Ends a stage that takes longer than it was given; its interruption cancels the remote work. */
    private Object timed(String step, Map checked, Closure work) {
        int seconds = checked.timeout || checked.arguments?.timeout ? arguments.seconds(checked.timeout ?: checked.arguments.timeout) : 0
        if (!seconds) {
            return work()
        }
        long end = System.currentTimeMillis() + seconds * 1000L
        try {
            Object value = null
            script.timeout(time: seconds, unit: 'SECONDS') { value = work() }
            return value
        } catch (FlowInterruptedException interrupted) {
            if (System.currentTimeMillis() < end) {
                throw interrupted
            }
            return ending.late(step, checked)
        }
    }

    private Object onAgent(String step, Map checked) {
        if (step == 'azmlResume') {
            return resume(checked)
        }
        if (step == 'azmlCancel') {
            return cancel(checked)
        }
        begin(step, checked)
    }

    private Object begin(String step, Map checked) {
        Map own = arguments.own(checked)
        if (!script.env.NODE_NAME) {
            return beginOutside(step, own, checked)
        }
        RunNames names = new RunNames(script)
        boolean again = names.isKept(step, own)
        String run = checked.run ?: names.next(step, own)
        Map handle = [run: run, step: step, arguments: own]
        boolean waits = checked.wait != false
        Map ended = kept(names, handle) {
            if (again) {
                fetch(handle, run)
            }
            visit(handle, waits ? [] : ['--no-wait'], checked)
        }
        if (!waits || step == 'azmlEvaluate') {
            save(run)
        }
        waits || ending.isFailure(step, ended) ? ending.result(step, ended, propagates(checked)) : handle
    }

    /** Begun on a node of the label that was given, seen through without one. */
    private Object beginOutside(String step, Map own, Map checked) {
        if (!checked.node && !agent) {
            script.error("${step}: runs azml on an agent, so it stands inside 'node' or in a stage with an agent, or names one with node:".toString())
        }
        Map begun = agentOf([arguments: own]).visit { begin(step, checked + [wait: false]) } as Map
        checked.wait == false || !begun.arguments ? begun : resume(begun + [propagate: propagates(checked)])
    }

    private boolean propagates(Map checked) {
        checked.propagate != false
    }

    /** Remembers a run that was lost before it had an end; an interrupted one is cancelled where its agent is still there. */
    private Map kept(RunNames names, Map handle, Closure work) {
        String step = handle.step
        Map own = handle.arguments as Map
        String run = handle.run
        names.take(step, own, run)
        boolean isOver = false
        try {
            Map ended = work() as Map
            isOver = ending.isFinal(ended)
            return ended
        } catch (FlowInterruptedException interrupted) {
            isOver = cancelled(handle)
            throw interrupted
        } finally {
            if (!isOver) {
                names.keep(step, own, run)
            }
        }
    }

    /** Takes the run up, or begins it where this agent knows nothing of it: the same id finds the same remote work. */
    private Map visit(Map handle, List options, Map reports) {
        String run = handle.run
        if (handle.arguments?.evaluation) {
            fetch(handle, handle.arguments.evaluation as String)
        }
        commandLine(handle).run(run) { words(handle, options, reports) }
    }

    private List words(Map handle, List options, Map reports) {
        String run = handle.run
        if (!handle.step || new RunNames(script).isHere(run)) {
            return ['resume'] + options + reportWords(reports) + ['--', run]
        }
        List begun = arguments.words(handle.step as String, handle.arguments + [run: run])
        [begun[0]] + (options ? ['--no-wait'] : []) + begun.drop(1)
    }

    private Map look(Map handle, List options, Map reports) {
        fetch(handle, handle.run as String)
        visit(handle, options, reports)
    }

    private List reportWords(Map given) {
        List words = []
        for (String name in ['junit', 'markdown']) {
            if (given[name]) {
                words.add("--${name}=${given[name]}".toString())
            }
        }
        words
    }

    private Object resume(Map handle) {
        String step = handle.step ?: ''
        Map reports = (handle.arguments ?: [:]) + handle
        Map ended
        try {
            ended = script.env.NODE_NAME ? look(handle, [], reports) : waitOutside(handle, reports)
        } catch (FlowInterruptedException interrupted) {
            cancelled(handle)
            throw interrupted
        }
        ending.result(step ?: stepOf(ended), ended, propagates(handle))
    }

    private String stepOf(Map ended) {
        ended.answer.stage ? 'azml' + ended.answer.stage.capitalize() : 'azmlResume'
    }

    /** Looks again and again, each time for as long as a look takes, and holds no executor between. */
    private Map waitOutside(Map handle, Map reports) {
        int pause = FIRST_PAUSE
        while (true) {
            Map ended = visited(handle) { look(handle, ['--wait-limit=1s'], reports) }
            if (!ending.isWaiting(ended)) {
                return ended
            }
            script.sleep(pause)
            pause = Math.min(LONGEST_PAUSE, pause + Math.max(1, pause.intdiv(2)))
        }
    }

    private Map visited(Map handle, Closure work) {
        agentOf(handle).visit {
            Map ended = work() as Map
            save(handle.run as String)
            ended
        } as Map
    }

    private Agent agentOf(Map handle) {
        agent ?: new Agent(script, (handle.arguments?.node ?: '') as String, '.', false)
    }

    private Object cancel(Map handle) {
        Map ended = script.env.NODE_NAME ? ofCancel(handle) : visited(handle) { ofCancel(handle) }
        if (ended.status != 4) {
            return ending.result('azmlCancel', ended, propagates(handle))
        }
        [run: handle.run, stage: ended.answer.stage, status: 'cancelled']
    }

    private Map ofCancel(Map handle) {
        fetch(handle, handle.run as String)
        commandLine(handle).run(['cancel', '--', handle.run], handle.run as String)
    }

    /** Whether the remote work of an interrupted build was ended. Says why not, and never hides the interruption. */
    private boolean cancelled(Map handle) {
        try {
            script.echo("the build was interrupted: cancelling run ${handle.run}".toString())
            cancel(handle)
            return true
        } catch (Exception failure) {
            script.echo("run ${handle.run} could not be cancelled: ${new Plain().line(failure.message)}".toString())
            return false
        }
    }

    private CommandLine commandLine(Map handle) {
        new CommandLine(script, handle.arguments?.credentialsId as String)
    }

    /** Keeps the run with the build, so that another agent can take it up. */
    private void save(String run) {
        script.stash(name: 'azml-' + run, includes: ".azml/runs/${run}/**".toString(), allowEmpty: true)
    }

    /** Brings a run that another agent knows, and the sources that it may still read. */
    private void fetch(Map handle, String run) {
        if (new RunNames(script).isHere(run)) {
            return
        }
        try {
            agentOf(handle).sources()
            script.unstash('azml-' + run)
        } catch (AbortException nothingKept) {
            script.echo("run ${run} is not on this agent yet".toString())
        }
    }
}
