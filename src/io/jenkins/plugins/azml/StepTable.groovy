package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** The steps that are stages: each one's verb of the command line, and the arguments that it takes. */
class StepTable implements Serializable {
    private static final long serialVersionUID = 1L

    /** What every stage takes. */
    @NonCPS
    List common() {
        ['workspace', 'subscription', 'resourceGroup', 'credentialsId', 'wait', 'run', 'node', 'timeout', 'propagate']
    }

    /** By step: the verb, the argument that stands without an option, what must be given, and the options. */
    @NonCPS
    Map stages() {
        [
            azmlSetup: [verb: 'setup', file: 'folder', required: [], options: []],
            azmlTrain: [verb: 'train', file: 'file', required: [],
                options: ['set', 'experiment', 'logs', 'queueLimit', 'runLimit', 'reuse', 'download']],
            azmlEvaluate: [verb: 'evaluate', file: 'gates', required: ['job'],
                options: ['job', 'endpoint', 'championIn', 'testInput', 'junit', 'markdown']],
            azmlRegister: [verb: 'register', file: 'file', required: [], options: ['evaluation', 'job', 'path']],
            azmlDeploy: [verb: 'deploy', file: 'file', required: ['model'], options: ['model', 'endpoint', 'endpointFile', 'set']],
            azmlTest: [verb: 'test', file: 'tests', required: ['endpoint'],
                options: ['endpoint', 'deployment', 'junit', 'markdown']],
            azmlPromote: [verb: 'promote', file: 'file', required: ['model', 'to', 'tests'],
                options: ['model', 'to', 'tests', 'endpoint', 'endpointFile', 'set', 'override']],
            azmlRollback: [verb: 'rollback', file: '', required: ['endpoint'], options: ['endpoint']]
        ]
    }

    /** What takes a run up again: the keys of a handle, and where reports go. */
    @NonCPS
    Map handles() {
        [
            azmlResume: ['run', 'step', 'arguments', 'junit', 'markdown', 'propagate'],
            azmlCancel: ['run', 'step', 'arguments', 'propagate']
        ]
    }

    /** All arguments of a step. */
    @NonCPS
    List arguments(String step) {
        if (handles().containsKey(step)) {
            return handles()[step] as List
        }
        Map stage = stages()[step] as Map
        List own = stage.file ? [stage.file] : []
        own + stage.options + common()
    }

    /** The arguments that a step cannot do without. */
    @NonCPS
    List required(String step) {
        if (handles().containsKey(step)) {
            return ['run']
        }
        Map stage = stages()[step] as Map
        List own = stage.file ? [stage.file] : []
        own + stage.required
    }
}
