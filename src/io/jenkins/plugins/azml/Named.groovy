package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** What a variable was called with: arguments by name, and nothing beside them. */
class Named implements Serializable {
    private static final long serialVersionUID = 1L

    private final Object script

    Named(Object script) {
        this.script = script
    }

    /** @param example an argument of that step */
    Map of(String step, String example, Object[] given) {
        List nameless = nameless(given)
        if (nameless) {
            script.error("${step}: arguments have names, as in ${step}(${example}: ...); ${nameless[0]} stands without one".toString())
        }
        (given ? given[0] : [:]) as Map
    }

    @NonCPS
    private List nameless(Object[] given) {
        List found = []
        for (int i = 0; given != null && i < given.length; i++) {
            if (i > 0 || !(given[i] instanceof Map)) {
                found.add(given[i] instanceof Closure ? 'a closure' : "'${new Plain().brief(given[i])}'".toString())
            }
        }
        found
    }
}
