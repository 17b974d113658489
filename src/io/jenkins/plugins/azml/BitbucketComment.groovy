package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS
import hudson.AbortException

/**
 * The comment on a pull request in Bitbucket, Cloud or Data Center, by the step of the HTTP Request plugin. It is edited
 * in place. Works outside any node, so that the credential stays on the controller.
 */
class BitbucketComment implements Serializable {
    private static final long serialVersionUID = 1L
    private static final int MOST_PAGES = 20

    private final Object script
    private final String credentialsId

    /** @param credentialsId user name and password, or token, of somebody who may comment */
    BitbucketComment(Object script, String credentialsId) {
        this.script = script
        this.credentialsId = credentialsId
    }

    /** Whether the text is there now. */
    boolean publish(String markdown) {
        Map place = placeOf((script.env.CHANGE_URL ?: '') as String)
        if (!credentialsId || !place) {
            return false
        }
        try {
            write(place, find(place), markdown)
            return true
        } catch (NoSuchMethodError missing) {
            script.echo('the result is not on Bitbucket: it takes the step httpRequest of the HTTP Request plugin')
        } catch (AbortException failure) {
            script.echo("the result is not on Bitbucket: ${new Plain().line(failure.message)}".toString())
        }
        false
    }

    private Map find(Map place) {
        String id = new OwnComment(script).id()
        String next = id ? place.list : ''
        for (int page = 0; next && page < MOST_PAGES; page++) {
            Map answer = request('GET', next, null)
            Map found = ours(answer, id)
            if (found) {
                return found
            }
            next = following(place, answer)
        }
        [:]
    }

    private void write(Map place, Map found, String text) {
        Map body = place.isCloud ? [content: [raw: text]] : [text: text]
        if (found && !place.isCloud) {
            body.put('version', found.version)
        }
        if (found) {
            request('PUT', "${place.comments}/${found.id}".toString(), body)
        } else {
            new OwnComment(script).keep(request('POST', place.comments as String, body).id)
        }
    }

    private Map request(String mode, String url, Map body) {
        Map arguments = [httpMode: mode, url: url, authentication: credentialsId, acceptType: 'APPLICATION_JSON',
            validResponseCodes: '200:299', quiet: true, timeout: 60]
        if (body) {
            arguments.putAll([contentType: 'APPLICATION_JSON', requestBody: new Plain().write(body)])
        }
        new Plain().read(script.httpRequest(arguments).content.toString())
    }

    /** Where the comments of the pull request of a page's address are; empty if that is none of Bitbucket's. */
    @NonCPS
    private Map placeOf(String page) {
        String cloud = page.replaceFirst('^https://bitbucket\\.org/([^/]+)/([^/]+)/pull-requests/(\\d+)(/[a-z]*)?$',
            'https://api.bitbucket.org/2.0/repositories/$1/$2/pullrequests/$3/comments')
        if (cloud != page) {
            return [isCloud: true, comments: cloud, list: cloud + '?pagelen=100']
        }
        String server = page.replaceFirst('^(https?://.+)/projects/([^/]+)/repos/([^/]+)/pull-requests/(\\d+)(/[a-z]*)?$',
            '$1/rest/api/latest/projects/$2/repos/$3/pull-requests/$4')
        server == page ? [:] : [isCloud: false, comments: server + '/comments', list: server + '/activities?limit=100&start=0']
    }

    @NonCPS
    private Map ours(Map answer, String id) {
        for (Object value in (answer.values ?: [])) {
            Map comment = (value.comment ?: value) as Map
            if (comment.id.toString() == id && !comment.deleted) {
                return [id: comment.id, version: comment.version]
            }
        }
        [:]
    }

    @NonCPS
    private String following(Map place, Map answer) {
        if (place.isCloud) {
            String next = answer.next ?: ''
            return next.startsWith(place.comments as String) ? next : ''
        }
        answer.isLastPage != false || answer.nextPageStart == null ? ''
            : place.list.replaceFirst('start=\\d+', 'start=' + answer.nextPageStart)
    }
}
