package io.jenkins.plugins.azml

/** The way of models from a pull request to production. */
class GoldenPath implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script
    private final PipelineConfig configuration
    private final Hooks hooks
    private PullRequestResult result
    private Command command
    private Agent agent
    private Map config

    GoldenPath(Object script, Map call) {
        this.script = script
        this.configuration = new PipelineConfig(script, call)
        this.hooks = new Hooks(script, call)
    }

    void run() {
        hooks.check()
        Map ofCall = configuration.ofCall()
        boolean trusted = !script.env.CHANGE_FORK
        result = new PullRequestResult(script, ofCall.result as Map)
        command = new Command(script, script.env.CHANGE_ID ? new Comment(script).read() : [:])
        if (command.isGiven() && !isObeyed(ofCall, trusted)) {
            return
        }
        if (script.env.CHANGE_ID) {
            // One result: the plugin's steps publish no check beside it.
            script.env.AZML_CHECK = 'none'
            supersede(ofCall)
        }
        agent = new Agent(script, (trusted ? ofCall.agent : ofCall.fork.agent ?: ofCall.agent) as String, ofCall.folder as String, true)
        hooks.run('beforeValidate', [:])
        validate(trusted)
        hooks.run('afterValidate', [:])
        if (!trusted && !vouchedFor(ofCall.fork as Map)) {
            return
        }
        agent = new Agent(script, config.agent as String, ofCall.folder as String, true)
        if (command.isDeployment() && !config.stages.staging) {
            script.error("azmlPipeline: /deploy deploys to staging, which 'stages' switches off")
        }
        if (script.env.CHANGE_ID) {
            all { ModelFlow flow -> flow.propose(command) }
        } else if (isMain()) {
            schedule()
            all { ModelFlow flow -> flow.deliver() }
        }
    }

    /** A command that is not obeyed leaves the request as the build before it did. */
    private boolean isObeyed(Map ofCall, boolean trusted) {
        String refusal = command.refusal(ofCall.commands.people as String, trusted)
        script.echo(refusal ?: "commanded ${command.headline()}".toString())
        if (refusal) {
            script.currentBuild.result = script.currentBuild.previousBuild?.result ?: 'NOT_BUILT'
        }
        !refusal
    }

    /** A newer push ends the build of the older one, and that ends its job. */
    private void supersede(Map ofCall) {
        if (ofCall.properties) {
            script.properties([script.disableConcurrentBuilds(abortPrevious: true)] + commentTrigger(ofCall))
        }
    }

    /** Pipeline: GitHub starts builds by comments where the job asks for it. */
    private List commentTrigger(Map ofCall) {
        if (!ofCall.commands.people) {
            return []
        }
        try {
            return [script.pipelineTriggers([script.issueCommentTrigger('^/(train|train-prod|deploy)\\s*$')])]
        } catch (NoSuchMethodError missing) {
            return []
        }
    }

    /** An empty schedule takes an earlier one away. */
    private void schedule() {
        if (config.schedule != null && config.properties) {
            script.properties([script.pipelineTriggers(config.schedule ? [script.cron(config.schedule)] : [])])
        }
    }

    private void validate(boolean trusted) {
        List tried = []
        script.stage('Validate') {
            agent.work {
                if (trusted) {
                    examine()
                    if (script.env.CHANGE_ID || isMain()) {
                        setUp()
                    }
                } else {
                    new Anonymous(script).around {
                        examine()
                        tried = tryLocally()
                    }
                }
            }
        }
        if (!trusted) {
            result.publish(tried, 'NEUTRAL')
        }
    }

    private void examine() {
        config = configuration.whole()
        checkPlaces()
        checkFiles()
        if (config.stages.checks) {
            checks()
        }
    }

    /** What would else be found out after hours of training. */
    private void checkPlaces() {
        Map workspaces = [workspace: config.dev, championIn: config.prod]
        String mistake = new Arguments().forbidden(workspaces, script.env.AZML_WORKSPACES as String) ?: new Endpoints(config).mistake()
        if (mistake) {
            script.error("azmlPipeline: ${mistake}".toString())
        }
    }

    private void checkFiles() {
        List files = []
        for (String name in new Plain().names(config.models)) {
            Map model = config.models[name] as Map
            List served = config.stages.staging || config.stages.promotion ? [model.deployment, model.tests] : []
            for (String file in [model.job, model.gates, model.model] + served) {
                if (!files.contains(file)) {
                    files.add(file)
                }
            }
        }
        Map ended = new CommandLine(script, null).run(['validate', '--'] + files, 'validate')
        if (ended.status == 2 && ended.answer.findings) {
            script.error("azmlPipeline: ${new Ending(script).finding(ended.answer.findings as List)}".toString())
        }
        if (ended.status != 0) {
            new Ending(script).result('azmlPipeline', ended)
        }
    }

    /** The project's own lint and unit tests. */
    private void checks() {
        try {
            for (String command in config.checks) {
                script.sh(command)
            }
        } finally {
            if (config.reports) {
                script.junit(testResults: config.reports, allowEmptyResults: true)
            }
        }
    }

    private void setUp() {
        Delegation steps = new Delegation(script, agent)
        for (String place in ['dev', 'prod']) {
            if (config.setup[place] && (place == 'dev' || !script.env.CHANGE_ID)) {
                Map credentials = config.credentials[place] ? [credentialsId: config.credentials[place]] : [:]
                steps.step('azmlSetup', [folder: config.setup[place], workspace: config[place]] + credentials)
            }
        }
    }

    /** Every model on the local Azure ML, as far as the verdict of its limits. */
    private List tryLocally() {
        List tried = []
        new LocalAzure(script).around {
            LocalSteps steps = new LocalSteps(script)
            for (String name in new Plain().names(config.models)) {
                Map model = config.models[name] as Map
                if (config.setup.dev) {
                    steps.step('azmlSetup', [folder: config.setup.dev, workspace: 'dev'])
                }
                Map trained = steps.step('azmlTrain', [file: model.job, workspace: 'dev', set: model.set + model.pullRequest.set])
                Evidence evidence = new Evidence(name)
                evidence.add('evaluation', steps.step('azmlEvaluate', [gates: model.gates, job: trained.job, workspace: 'dev']))
                evidence.add('metrics', trained.metrics)
                tried.add(evidence)
            }
        }
        tried
    }

    /** Whether somebody with permission lets a fork's request have credentials. */
    private boolean vouchedFor(Map fork) {
        if (!fork.approvers) {
            script.echo('a pull request of a fork gets no credentials: it was validated and run on local Azure ML only')
            return false
        }
        script.stage('Vouch') {
            script.timeout(time: fork.hours.intValue(), unit: 'HOURS') {
                script.input(id: 'Vouch', ok: 'Give it credentials', submitter: fork.approvers,
                    message: "Pull request ${script.env.CHANGE_ID} comes from a fork. Have you read it, and may it be trained with this job's credentials?".toString())
            }
        }
        true
    }

    /** Where no branches are named, those that have the usual names deliver, and the one that the host calls primary. */
    private boolean isMain() {
        String branch = script.env.BRANCH_NAME
        if (!branch) {
            return true
        }
        config.branches == null ? script.env.BRANCH_IS_PRIMARY == 'true' || ['main', 'master'].contains(branch) : config.branches.contains(branch)
    }

    /** Every model, several in parallel; whatever happens, its evidence is kept and the result published. */
    private void all(Closure way) {
        List flows = []
        for (String name in new Plain().names(config.models)) {
            flows.add(new ModelFlow(script, config, name, agent, hooks))
        }
        result.publish(evidences(flows), '')
        try {
            if (flows.size() == 1) {
                one(flows[0] as ModelFlow, way)
            } else {
                script.parallel(branches(flows, way))
            }
        } finally {
            result.publish(evidences(flows), conclusion(flows))
        }
    }

    private Map branches(List flows, Closure way) {
        Map branches = [:]
        for (int i = 0; i < flows.size(); i++) {
            ModelFlow flow = flows[i] as ModelFlow
            branches.put(flow.evidence().facts().model, branch(flow, way))
        }
        branches
    }

    private Closure branch(ModelFlow flow, Closure way) {
        return { one(flow, way) }
    }

    private void one(ModelFlow flow, Closure way) {
        try {
            way.call(flow)
            flow.archive()
        } catch (Throwable failure) {
            if (!flow.evidence().facts().failure) {
                flow.evidence().add('failure', failure.message ?: 'the build was interrupted')
            }
            archiveBeside(flow)
            finished(flow)
            throw failure
        }
        finished(flow)
    }

    /** Never hides why the build ends. */
    private void archiveBeside(ModelFlow flow) {
        try {
            flow.archive()
        } catch (Exception failure) {
            script.echo("the evidence was not archived: ${new Plain().brief(failure.message)}".toString())
        }
    }

    private void finished(ModelFlow flow) {
        Map facts = flow.evidence().facts()
        hooks.tell('finished', [model: facts.model, headline: flow.evidence().headline(), evidence: facts])
    }

    private List evidences(List flows) {
        List evidences = []
        for (int i = 0; i < flows.size(); i++) {
            evidences.add(flows[i].evidence())
        }
        evidences
    }

    private String conclusion(List flows) {
        boolean passed = true
        for (int i = 0; i < flows.size(); i++) {
            Map facts = flows[i].evidence().facts()
            passed = passed && !facts.failure && facts.evaluation?.passed
        }
        passed ? 'SUCCESS' : 'FAILURE'
    }
}
