package io.jenkins.plugins.azml

import hudson.AbortException

/** One model on its way. Each method is a stage; none holds an executor while Azure works or a person thinks. */
class ModelFlow implements Serializable {
    private static final long serialVersionUID = 1L
    private static final String FOLDER = 'azml-evidence/'

    private final Object script
    private final Map config
    private final String name
    private final Map model
    private final Agent agent
    private final Hooks hooks
    private final Evidence evidence
    private final Precedence precedence
    private final boolean isAlone

    ModelFlow(Object script, Map config, String name, Agent agent, Hooks hooks) {
        this.script = script
        this.config = config
        this.name = name
        this.model = config.models[name] as Map
        this.agent = agent
        this.hooks = hooks
        this.evidence = new Evidence(name)
        this.precedence = new Precedence(script, name)
        this.isAlone = config.models.size() == 1
    }

    Evidence evidence() {
        evidence
    }

    /** On a pull request: up to the verdict, and as far as staging if a comment says so. */
    void propose(Command command) {
        if (command.isGiven()) {
            evidence.add('command', command.headline())
        }
        train(command.isOfProduction() ? model.set as Map : model.set + model.pullRequest.set, command.mayReuse() && config.reuse)
        if (!command.isDeployment()) {
            evaluate()
        } else if (evaluateOrHold()) {
            register()
            stageIt()
        }
    }

    /** On the main branch: as far as the gates, the people and the tests let it. */
    void deliver() {
        train(model.set as Map, config.reuse as boolean)
        if (!evaluateOrHold()) {
            return
        }
        register()
        if (config.stages.staging) {
            stageIt()
        }
        if (config.stages.promotion && isWanted()) {
            promote()
        }
    }

    private boolean evaluateOrHold() {
        boolean passed = evaluate()
        if (!passed) {
            Map evaluation = evidence.facts().evaluation as Map
            evidence.add('held', "held by a gate, ${evaluation.verdict}: ${evaluation.reason}".toString())
        }
        passed
    }

    private void train(Map set, boolean reuse) {
        stage('Train') {
            Map arguments = [file: model.job, workspace: config.dev, set: set, reuse: reuse] + credentials('dev')
            Map trained = seen('azmlTrain', arguments)
            for (String key in ['job', 'studioUrl', 'metrics', 'params']) {
                evidence.add(key, trained[key])
            }
            evidence.add('commit', trained.tags?.get('azml.commit'))
            evidence.add('data', dataOf((trained.tags ?: [:]) as Map))
            if (trained.reused) {
                evidence.add('reused', trained.job)
                script.echo("nothing was trained: job ${new Plain().line(trained.job)} had the same code, data, environment and parameters".toString())
            }
        }
    }

    private Map dataOf(Map tags) {
        Map data = [:]
        for (String tag in new Plain().names(tags)) {
            if (tag.startsWith('azml.data.')) {
                data.put(tag.substring('azml.data.'.length()), tags[tag])
            }
        }
        data
    }

    private boolean evaluate() {
        boolean passed = false
        stage('Evaluate') {
            Map arguments = [gates: model.gates, job: evidence.facts().job, workspace: config.dev,
                endpoint: model.endpoint, championIn: config.prod,
                junit: "${FOLDER}${name}-verdict.xml".toString(), markdown: "${FOLDER}${name}-verdict.md".toString()]
            Map verdict = agent.work {
                Map evaluated = step('azmlEvaluate', arguments + credentials('dev'))
                script.archiveArtifacts(artifacts: FOLDER + name + '-verdict.*', allowEmptyArchive: true)
                evaluated
            } as Map
            evidence.add('evaluation', verdict)
            evidence.add('champion', verdict.champion)
            passed = verdict.passed
        }
        passed
    }

    private void register() {
        stage('Register') {
            Map arguments = [file: model.model, evaluation: evidence.facts().evaluation.run, workspace: config.dev]
            Map registered = agent.work { step('azmlRegister', arguments + credentials('dev')) } as Map
            evidence.add('version', registered.model)
            evidence.add('digest', registered.digest)
        }
    }

    private void stageIt() {
        stage('Staging') {
            Map deployed = seen('azmlDeploy', [file: model.deployment, model: evidence.facts().version, workspace: config.dev,
                endpoint: model.staging.endpoint ?: model.endpoint] + credentials('dev'))
            evidence.add('staging', deployed)
            test('staging', [workspace: config.dev, endpoint: deployed.endpoint, deployment: deployed.deployment] + credentials('dev'))
        }
    }

    private void test(String place, Map where) {
        String report = "${FOLDER}${name}-${place}-tests.xml".toString()
        agent.work {
            try {
                Map tested = step('azmlTest', [tests: model.tests, junit: report] + where)
                evidence.add(place + 'Tests', tested.tests)
            } finally {
                script.archiveArtifacts(artifacts: report, allowEmptyArchive: true)
            }
        }
    }

    /** Whether production is to have it: not in a freeze, no newer build was there first, and a person has said so. */
    private boolean isWanted() {
        if (isKeptBack()) {
            return false
        }
        if (config.stages.approval) {
            stage('Approval') {
                hooks.tell('approval', [model: name, headline: evidence.headline(), evidence: evidence.facts()])
                script.timeout(time: config.approval.hours.intValue(), unit: 'HOURS') {
                    evidence.add('approver', script.input(question()))
                }
            }
        }
        precedence.claim()
        !isKeptBack()
    }

    private Map question() {
        Map question = [id: 'Promote-' + name, ok: 'Promote', submitterParameter: 'approver',
            message: "Promote ${name} to ${config.prod}?\n${evidence.text()}".toString()]
        config.approval.submitters ? question + [submitter: config.approval.submitters] : question
    }

    private boolean isKeptBack() {
        String why = new Freeze(config.freeze as List).now() ?: precedence.overtaken()
        if (why) {
            evidence.add('held', 'held, ' + why)
            script.unstable("${name} is not promoted: ${why}".toString())
        }
        why
    }

    private void promote() {
        stage('Promotion') {
            Map promoted = seen('azmlPromote', [file: model.deployment, model: evidence.facts().version, workspace: config.dev,
                to: config.prod, tests: model.tests, endpoint: model.endpoint] + credentials('prod'))
            evidence.add('promotion', promoted)
            try {
                test('production', [workspace: config.prod, endpoint: model.endpoint] + credentials('prod'))
            } catch (AbortException failure) {
                rollBack(promoted, failure.message)
                throw failure
            }
        }
    }

    private void rollBack(Map promoted, String why) {
        evidence.add('failure', why)
        if (promoted.previous) {
            Map back = agent.work {
                step('azmlRollback', [workspace: config.prod, endpoint: promoted.endpoint] + credentials('prod'))
            } as Map
            evidence.add('rolledBack', back)
        }
    }

    /** Begun on an agent, seen through without one. */
    private Map seen(String step, Map arguments) {
        Object handle = agent.work { this.step(step, arguments + [wait: false]) }
        new Delegation(script, agent).step('azmlResume', handle as Map) as Map
    }

    private Map step(String step, Map arguments) {
        new Delegation(script, agent).step(step, arguments) as Map
    }

    private Map credentials(String place) {
        config.credentials[place] ? [credentialsId: config.credentials[place]] : [:]
    }

    private void stage(String stage, Closure body) {
        hooks.run('before' + stage, [model: name, evidence: evidence.facts()])
        script.stage(isAlone ? stage : "${stage} ${name}".toString(), body)
        hooks.run('after' + stage, [model: name, evidence: evidence.facts()])
    }

    /** Keeps with the build what was decided and on what. */
    void archive() {
        agent.visit {
            script.writeFile(file: FOLDER + name + '.json', text: evidence.json(), encoding: 'UTF-8')
            script.writeFile(file: FOLDER + name + '.md', text: evidence.markdown(), encoding: 'UTF-8')
            script.archiveArtifacts(artifacts: FOLDER + name + '.*')
        }
    }
}
