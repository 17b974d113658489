package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** The comment on a pull request that started a build, as its trigger tells of it. */
class Comment implements Serializable {
    private static final long serialVersionUID = 1L
    private static final String COMMENTED = ' commented: '

    private final Object script

    Comment(Object script) {
        this.script = script
    }

    /** {@code [author:, text:]}; empty where no comment started this build. An author that nobody tells is null. */
    Map read() {
        for (Map cause in (new Plain().of(script.currentBuild.getBuildCauses()) as List)) {
            Map comment = of(cause)
            if (comment.text) {
                return comment
            }
        }
        [:]
    }

    private Map of(Map cause) {
        switch (cause._class) {
            // Pipeline: GitHub.
            case 'org.jenkinsci.plugins.pipeline.github.trigger.IssueCommentCause':
                return ofDescription(cause.shortDescription as String)
            // GitHub PR Comment Build.
            case 'com.adobe.jenkins.github_pr_comment_build.GitHubPullRequestCommentCause':
                return [author: cause.commentAuthor, text: cause.commentBody]
            // GitLab.
            case 'com.dabsquared.gitlabjenkins.cause.GitLabWebHookCause':
                return [author: script.env.gitlabUserUsername, text: script.env.gitlabTriggerPhrase]
            // GitLab Branch Source.
            case 'io.jenkins.plugins.gitlabbranchsource.GitLabMergeRequestCommentCause':
                return [author: null, text: script.env.GITLAB_COMMENT_TRIGGER]
            default:
                return [:]
        }
    }

    /** Its cause shows a script only {@code LOGIN commented: TEXT}; a login has no blank. */
    @NonCPS
    private Map ofDescription(String description) {
        int end = description.indexOf(COMMENTED)
        end < 1 ? [:] : [author: description.substring(0, end), text: description.substring(end + COMMENTED.length())]
    }
}
