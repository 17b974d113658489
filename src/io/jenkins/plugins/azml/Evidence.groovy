package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** Everything that is known of one model in this build: what production is decided on, and what became of it. */
class Evidence implements Serializable {
    private static final long serialVersionUID = 1L

    private final String name
    private final Map facts = [:]

    Evidence(String name) {
        this.name = name
        facts.put('model', name)
    }

    @NonCPS
    void add(String key, Object value) {
        facts.put(key, new Plain().of(value))
    }

    @NonCPS
    Map facts() {
        facts
    }

    /** What came of the model, in one line. */
    @NonCPS
    String headline() {
        "${name}: ${outcome()}".toString()
    }

    @NonCPS
    private String outcome() {
        if (facts.rolledBack) {
            return "rolled back: ${facts.failure}"
        }
        if (facts.failure) {
            return "failed: ${facts.failure}"
        }
        if (facts.promotion) {
            return "${facts.promotion.model} serves in production as ${facts.promotion.deployment}"
        }
        facts.held ?: verdict()
    }

    @NonCPS
    private String verdict() {
        Map evaluation = facts.evaluation as Map
        evaluation ? "${evaluation.verdict}${evaluation.reason ? ', ' + evaluation.reason : ''}" : 'in progress'
    }

    @NonCPS
    String json() {
        new Plain().write(facts)
    }

    @NonCPS
    String markdown() {
        Markdown markdown = new Markdown()
        List parts = ['### ' + markdown.text(headline())]
        if (facts.reused) {
            parts.add("Code, data, environment and parameters are those of job ${markdown.text(facts.reused)}, which has completed: nothing was trained.")
        }
        if (facts.evaluation?.gates) {
            parts.add(markdown.table(['metric', 'gate', 'candidate', 'compared with', 'difference', 'outcome'], gates()))
        } else if (facts.metrics) {
            parts.add(markdown.table(['metric', 'value'], facts.metrics.collect { key, value -> [key, value] }))
        }
        parts.add(markdown.table(['lineage', ''], lineage()))
        parts.join('\n\n')
    }

    /** For a person who approves: the same without markup. */
    @NonCPS
    String text() {
        List lines = [headline()]
        for (Object gate in gates()) {
            lines.add("  ${gate[0]} ${gate[1]}: ${gate[2]}, compared with ${gate[3]}, difference ${gate[4]}: ${gate[5]}")
        }
        for (Object row in lineage()) {
            lines.add("  ${row[0]}: ${row[1]}")
        }
        List plain = []
        for (Object line in lines) {
            plain.add(new Plain().line(line))
        }
        plain.join('\n')
    }

    @NonCPS
    private List gates() {
        List rows = []
        for (Object gate in (facts.evaluation?.gates ?: [])) {
            rows.add([gate.metric, gate.rule, gate.candidate, gate.reference == null ? '-' : gate.reference,
                gate.difference == null ? '-' : gate.difference, gate.outcome])
        }
        rows
    }

    @NonCPS
    private List lineage() {
        List rows = []
        for (String key in ['command', 'commit', 'job', 'studioUrl', 'data', 'version', 'digest', 'champion', 'approver', 'override']) {
            if (facts[key]) {
                rows.add([key, facts[key]])
            }
        }
        rows
    }
}
