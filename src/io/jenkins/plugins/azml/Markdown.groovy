package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** Text for pull requests: nothing from a metric, branch or log can be markup, a mention or a reference. */
class Markdown implements Serializable {
    private static final long serialVersionUID = 1L
    private static final int LONGEST = 60000

    /** Breaks a word for whoever looks for mentions and references in the rendered text, and for nobody else. */
    private static final String GAP = '\u200b'
    private static final String REFERENCE = '(?<=[@#!~%&$]|GH-)(?=[\\p{L}\\p{N}_])|(?<=~)(?=")'
    private static final String LINK = '(?i)(?=://)|(?<=www)(?=\\.)'
    private static final String MARKUP = '[\\\\`*_\\[\\]<>#!|~&$]'

    @NonCPS
    String text(Object value) {
        new Plain().brief(value == null ? '-' : value)
            .replaceAll(REFERENCE, GAP).replaceAll(LINK, GAP).replaceAll(MARKUP, '\\\\$0')
    }

    /** As many lines as a check or comment may hold. */
    @NonCPS
    String cut(String markdown) {
        List kept = []
        int bytes = 0
        for (String line in markdown.split('\n')) {
            bytes += atMost(line) + 1
            if (bytes > LONGEST) {
                kept.add('\n(cut here; all of it is in the build)')
                break
            }
            kept.add(line)
        }
        kept.join('\n')
    }

    /** No character has more than four bytes. */
    @NonCPS
    private int atMost(String line) {
        line.replaceAll('[^\\p{ASCII}]', '----').length()
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
