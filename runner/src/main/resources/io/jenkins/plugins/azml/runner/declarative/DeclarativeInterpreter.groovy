package io.jenkins.plugins.azml.runner.declarative

import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException

/** Walks the model of a Declarative Pipeline with the ordinary steps. Compiled like a library: its calls are trusted. */
class DeclarativeInterpreter implements Serializable {
    private final Object script
    private final DeclarativeHost host
    private final DeclarativeSurroundings around

    DeclarativeInterpreter(Object script, DeclarativeHost host) {
        this.script = script
        this.host = host
        this.around = new DeclarativeSurroundings(script, host)
    }

    def call(Map root) {
        Throwable firstError = null
        boolean postRan = false
        try {
            loadLibraries(root)
            if (root.parameters != null) {
                host.defineParameters(root.parameters.call())
            }
            around.inAgent(root, root, false) {
                around.withCredentials(root) {
                    around.withEnvironment(root) {
                        around.inWrappers(root) {
                            firstError = sequence(root, root.stages, null, null, null)
                            try {
                                postRan = true
                                pipelinePost(root, firstError)
                            } catch (Throwable e) {
                                firstError = firstError ?: e
                            }
                            if (firstError != null) {
                                throw firstError
                            }
                        }
                    }
                }
            }
        } catch (Throwable e) {
            firstError = firstError ?: e
        } finally {
            if (!postRan) {
                try {
                    pipelinePost(root, firstError)
                } catch (Throwable e) {
                    firstError = firstError ?: e
                }
            }
        }
        if (firstError != null) {
            throw firstError
        }
    }

    private def loadLibraries(Map root) {
        if (root.libraries != null) {
            for (library in root.libraries.call()) {
                script.library(library)
            }
        }
    }

    private def sequence(Map root, List stages, Throwable given, Map parent, String skipped) {
        Throwable firstError = given
        try {
            for (stage in stages) {
                try {
                    evaluate(root, stage, firstError, skipped)
                } catch (Throwable e) {
                    firstError = firstError ?: e
                }
            }
        } finally {
            if (skipped == null && parent != null && host.hasWork(parent.post, firstError)) {
                host.println('Post stage')
                firstError = post(parent.post, hasNode(root, parent), firstError, parent.name)
            }
        }
        return firstError
    }

    private def evaluate(Map root, Map stage, Throwable given, String skippedBefore) {
        script.stage(stage.name) {
            Throwable firstError = given
            String skipped = skippedBefore
            try {
                if (skipped == null && firstError != null) {
                    skipped = 'earlier failure(s)'
                } else if (skipped == null && root.skipUnstable && host.isUnstable()) {
                    skipped = 'earlier stage(s) marking the build as unstable'
                }
                if (skipped != null) {
                    skip(root, stage, firstError, skippedBefore != null ? skippedBefore : "Stage \"${stage.name}\" skipped due to ${skipped}".toString())
                } else {
                    def passed = [stage.when == null]
                    around.inCell(stage) {
                        guarded(stage, passed, 'beforeOptions') {
                            around.inWrappers(stage) {
                                guarded(stage, passed, 'beforeInput') {
                                    around.afterInput(stage) {
                                        runStage(root, stage, passed)
                                    }
                                }
                            }
                        }
                        if (!passed[0]) {
                            skipped = "Stage \"${stage.name}\" skipped due to when conditional".toString()
                            skip(root, stage, firstError, skipped)
                        }
                    }
                }
            } catch (Throwable e) {
                firstError = firstError ?: e
            } finally {
                if (skipped == null && branches(stage) != null && host.hasWork(stage.post, firstError)) {
                    host.println('Post stage')
                    firstError = post(stage.post, hasNode(root, stage), firstError, stage.name)
                }
            }
            if (firstError != null) {
                throw firstError
            }
        }
    }

    private def runStage(Map root, Map stage, List passed) {
        List branches = branches(stage)
        if (branches != null) {
            guarded(stage, passed, null) {
                around.withCredentials(stage) {
                    around.withEnvironment(stage) {
                        script.parallel(parallel(root, stage, branches, null, null))
                    }
                }
            }
            return
        }
        guarded(stage, passed, 'beforeAgent') {
            around.inAgent(root, stage, true) {
                guarded(stage, passed, null) {
                    around.withCredentials(stage) {
                        around.withEnvironment(stage) {
                            if (stage.stages != null) {
                                Throwable nested = sequence(root, stage.stages, null, stage, null)
                                if (nested != null) {
                                    throw nested
                                }
                            } else {
                                single(root, stage)
                            }
                        }
                    }
                }
            }
        }
    }

    private List branches(Map stage) {
        if (stage.parallel != null) {
            return stage.parallel
        }
        return stage.matrix != null ? host.cells(stage) : null
    }

    private Map parallel(Map root, Map stage, List stages, Throwable firstError, String skipped) {
        Map branches = [:]
        for (each in stages) {
            Map branch = each
            String reason = skipped == null ? null : host.reasonFor(skipped, branch.name)
            branches.put(branch.name, branchOf(root, branch, firstError, reason))
        }
        if (stage.failFast || root.alwaysFailFast) {
            branches.put('failFast', true)
        }
        return branches
    }

    private Closure branchOf(Map root, Map branch, Throwable firstError, String reason) {
        return { evaluate(root, branch, firstError, reason) }
    }

    private def single(Map root, Map stage) {
        Throwable error = null
        try {
            needingNode(hasNode(root, stage), stage.steps)
        } catch (Throwable e) {
            error = e
        } finally {
            if (host.hasWork(stage.post, error)) {
                host.println('Post stage')
                error = post(stage.post, hasNode(root, stage), error, stage.name)
            }
        }
        if (error != null) {
            throw error
        }
    }

    private def skip(Map root, Map stage, Throwable firstError, String reason) {
        host.println(reason)
        script.getContext('node')
        host.skipped()
        List branches = branches(stage)
        if (branches != null) {
            script.parallel(parallel(root, stage, branches, firstError, reason))
        } else if (stage.stages != null) {
            sequence(root, stage.stages, firstError, stage, reason)
        }
    }

    private def guarded(Map stage, List passed, String before, Closure body) {
        if (!passed[0] && (before == null || stage.when[before])) {
            passed[0] = holds(stage.when.conditions, 'allOf')
            if (!passed[0]) {
                return
            }
        }
        body.call()
    }

    private boolean holds(List conditions, String how) {
        for (condition in conditions) {
            boolean one = holdsOne(condition)
            if (how == 'anyOf' && one) {
                return true
            }
            if (how != 'anyOf' && !one) {
                return false
            }
        }
        return how != 'anyOf'
    }

    private boolean holdsOne(Map condition) {
        if (condition.children != null) {
            boolean all = holds(condition.children, condition.name == 'anyOf' ? 'anyOf' : 'allOf')
            return condition.name == 'not' ? !all : all
        }
        if (condition.name == 'expression') {
            def value = condition.body.call()
            return value ? true : false
        }
        return host.holds(condition.name, condition.arguments.call())
    }

    private boolean hasNode(Map root, Map stage) {
        def agent = stage.agent != null ? stage.agent : root.agent
        return agent != null && agent.kind != 'none'
    }

    private def needingNode(boolean hasNode, Closure body) {
        try {
            body.call()
        } catch (MissingContextVariableException e) {
            if (hasNode) {
                throw e
            }
            script.error('Attempted to execute a step that requires a node context while ‘agent none’ was specified. Be sure to specify your own ‘node { ... }’ blocks when using ‘agent none’.')
        }
    }

    private def pipelinePost(Map root, Throwable given) {
        Throwable error = given
        if (host.hasWork(root.post, error)) {
            script.stage('Declarative: Post Actions') {
                error = post(root.post, root.agent != null && root.agent.kind != 'none', error, null)
            }
        }
        if (error != null) {
            throw error
        }
    }

    private def post(Map conditions, boolean hasNode, Throwable given, String stageName) {
        Throwable error = given
        for (name in host.conditionNames()) {
            def before = host.beginCondition(name, conditions, error, stageName)
            try {
                if (before != null) {
                    needingNode(hasNode, conditions.get(name))
                }
            } catch (Throwable e) {
                host.println("Error when executing ${name} post condition:")
                host.printFailure(e)
                error = error ?: e
            } finally {
                host.endCondition(before)
            }
        }
        return error
    }
}
