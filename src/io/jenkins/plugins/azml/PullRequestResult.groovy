package io.jenkins.plugins.azml

import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * One result of a build for people, updated in place: a comment on Bitbucket where a credential for it is named, a check
 * where the Checks API is there, else a comment on the pull request, else the build's page alone.
 */
class PullRequestResult implements Serializable {
    private static final long serialVersionUID = 1L
    private static final String TEMPLATE = 'io/jenkins/plugins/azml/result.md'

    private final Object script
    private final Map config

    /** @param config the key {@code result} */
    PullRequestResult(Object script, Map config) {
        this.script = script
        this.config = config
    }

    /** @param conclusion SUCCESS, NEUTRAL or FAILURE; empty while the build goes on */
    void publish(List evidences, String conclusion) {
        List parts = []
        List headlines = []
        for (Evidence evidence in evidences) {
            parts.add(evidence.markdown())
            headlines.add(new Plain().brief(evidence.headline()))
        }
        script.currentBuild.description = headlines.join('; ')
        if (script.env.CHANGE_ID) {
            String body = script.libraryResource(TEMPLATE).replace('@BUILD@', build())
            String markdown = new Markdown().cut(body.replace('@RESULT@', parts.join('\n\n')).toString())
            publishedOrSaid(markdown, headlines.join('; ').toString(), conclusion)
        }
    }

    /** A host that cannot be reached does not decide how a build ends. */
    private void publishedOrSaid(String markdown, String headline, String conclusion) {
        try {
            published(markdown, headline, conclusion)
        } catch (FlowInterruptedException interrupted) {
            throw interrupted
        } catch (Throwable failure) {
            script.echo("the result is on this build's page alone: ${new Plain().brief(failure.message)}".toString())
        }
    }

    private void published(String markdown, String headline, String conclusion) {
        if (config.by == 'page' || config.by != 'comment' && !config.credentialsId && check(markdown, headline, conclusion)) {
            return
        }
        if (script.currentBuild.nextBuild) {
            script.echo('the comment on the pull request is left to a newer build')
            return
        }
        boolean commented = new BitbucketComment(script, config.credentialsId as String).publish(markdown) ||
            onGitHub(markdown) || onGitLab(markdown, conclusion)
        if (!commented) {
            script.echo("the result is on this build's page: there is neither a Checks API nor a step that comments".toString())
        }
    }

    private boolean check(String markdown, String headline, String conclusion) {
        try {
            script.publishChecks(name: 'azml', title: headline, summary: new Markdown().text(headline), text: markdown,
                status: conclusion ? 'COMPLETED' : 'IN_PROGRESS', conclusion: conclusion ?: 'NONE')
            return true
        } catch (NoSuchMethodError missing) {
            return false
        }
    }

    /** By the variable of Pipeline: GitHub. */
    private boolean onGitHub(String markdown) {
        Object request
        try {
            request = script.pullRequest
        } catch (MissingPropertyException missing) {
            return false
        }
        OwnComment own = new OwnComment(script)
        String id = own.id()
        for (Object comment in request.comments) {
            if (comment.id.toString() == id) {
                request.editComment(comment.id, markdown)
                return true
            }
        }
        own.keep(request.comment(markdown).id)
        true
    }

    /** GitLab's step cannot edit: each build has one comment of its own there, at its end. */
    private boolean onGitLab(String markdown, String conclusion) {
        try {
            if (conclusion) {
                script.addGitLabMRComment(comment: markdown)
            }
            return true
        } catch (NoSuchMethodError missing) {
            return false
        }
    }

    private String build() {
        script.env.BUILD_URL ? "[build ${script.env.BUILD_NUMBER}](${script.env.BUILD_URL})".toString() : "build ${script.env.BUILD_NUMBER}".toString()
    }
}
