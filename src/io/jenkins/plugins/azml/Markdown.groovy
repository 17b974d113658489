package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** Text for pull requests: nothing from a metric, branch or log can be markup, a mention, or the mark of our comment. */
class Markdown implements Serializable {
    private static final long serialVersionUID = 1L
    private static final int LONGEST = 60000

    @NonCPS
    String text(Object value) {
        new Plain().line(value == null ? '-' : value)
            .replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
            .replaceAll(/([\\`*_{}\[\]()#+!|~])/, '\\\\$1')
            .replace('@', '@\u200b').replace('://', ':\u200b//')
    }

    @NonCPS
    String cut(String markdown) {
        markdown.length() <= LONGEST ? markdown : markdown.substring(0, LONGEST) + '\n\n(cut here; all of it is in the build)'
    }

    @NonCPS
    String table(List head, List rows) {
        List lines = [row(head), row(head.collect { '---' })]
        for (Object cells in rows) {
            lines.add(row(cells.collect { text(it) }))
        }
        lines.join('\n')
    }

    @NonCPS
    private String row(List cells) {
        '| ' + cells.join(' | ') + ' |'
    }
}
