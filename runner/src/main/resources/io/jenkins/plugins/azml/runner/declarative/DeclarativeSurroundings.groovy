package io.jenkins.plugins.azml.runner.declarative

/** Lays around the steps of a Declarative Pipeline what its sections ask for: node, environment, options, input. */
class DeclarativeSurroundings implements Serializable {
    private final Object script
    private final DeclarativeHost host

    DeclarativeSurroundings(Object script, DeclarativeHost host) {
        this.script = script
        this.host = host
    }

    def afterInput(Map stage, Closure body) {
        if (stage.input == null) {
            body.call()
            return
        }
        Map arguments = [:]
        for (name in stage.input.keySet()) {
            Closure value = stage.input.get(name)
            def given = value.call()
            arguments.put(name, name == 'parameters' ? given : host.only(given))
        }
        def submitted = script.input(arguments)
        List variables = host.inputVariables(arguments, submitted)
        if (variables.isEmpty()) {
            body.call()
        } else {
            script.withEnv(variables, body)
        }
    }

    def inCell(Map stage, Closure body) {
        if (stage.cell != null) {
            script.withEnv(stage.cell, body)
        } else {
            body.call()
        }
    }

    def withCredentials(Map owner, Closure body) {
        if (owner.credentials == null) {
            body.call()
            return
        }
        Map ids = [:]
        for (name in owner.credentials.keySet()) {
            Closure id = owner.credentials.get(name)
            ids.put(name, host.only(id.call()))
        }
        script.withCredentials(host.bindings(ids), body)
    }

    def withEnvironment(Map owner, Closure body) {
        if (owner.environment == null) {
            body.call()
            return
        }
        List pairs = []
        for (name in owner.environment.keySet()) {
            Closure value = owner.environment.get(name)
            def given = value.call()
            pairs.add("${name}=${given}".toString())
            host.preview(name, given)
        }
        host.endPreview()
        script.withEnv(pairs, body)
    }

    def inWrappers(Map owner, Closure body) {
        if (owner.wrappers == null) {
            body.call()
        } else {
            wrap(owner.wrappers, 0, body)
        }
    }

    private def wrap(List wrappers, int index, Closure body) {
        if (index == wrappers.size()) {
            body.call()
            return
        }
        Map wrapper = wrappers[index]
        List arguments = wrapper.arguments.call()
        Closure inner = { wrap(wrappers, index + 1, body) }
        if (arguments.isEmpty()) {
            script."${wrapper.name}"(inner)
        } else {
            script."${wrapper.name}"(arguments[0], inner)
        }
    }

    def inAgent(Map root, Map owner, boolean inStage, Closure body) {
        if (owner.agent == null || owner.agent.kind == 'none') {
            body.call()
            return
        }
        def label = owner.agent.label == null ? null : host.only(owner.agent.label.call())
        Closure inner = { checkedOut(root, inStage, body) }
        Closure inWorkspace = inner
        if (owner.agent.customWorkspace != null) {
            def workspace = host.only(owner.agent.customWorkspace.call())
            inWorkspace = { script.ws(workspace, inner) }
        }
        if (label == null) {
            script.node(inWorkspace)
        } else {
            script.node(label, inWorkspace)
        }
    }

    private def checkedOut(Map root, boolean inStage, Closure body) {
        if (!host.checksOut() || root.skipDefaultCheckout) {
            body.call()
            return
        }
        Map facts = [:]
        if (inStage) {
            facts = script.checkout(script.scm)
        } else {
            script.stage('Declarative: Checkout SCM') {
                facts = script.checkout(script.scm)
            }
        }
        script.withEnv(host.pairs(facts), body)
    }
}
