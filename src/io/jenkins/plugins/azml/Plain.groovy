package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS
import groovy.json.JsonOutput
import groovy.json.JsonSlurper

/** Values that survive a restart, and text that is harmless where it is shown. */
class Plain implements Serializable {
    private static final long serialVersionUID = 1L

    /** Reads a JSON object; an unreadable one is an empty map. */
    @NonCPS
    Map read(String json) {
        Object value
        try {
            value = new JsonSlurper().parseText(json)
        } catch (Exception unreadable) {
            return [:]
        }
        value instanceof Map ? of(value) as Map : [:]
    }

    @NonCPS
    String write(Object value) {
        JsonOutput.toJson(of(value))
    }

    /** A copy of maps, lists, texts, numbers and flags; anything else becomes text. */
    @NonCPS
    Object of(Object value) {
        if (value instanceof Map) {
            Map copy = [:]
            // Not by entries: those of a build's causes are of a class that the sandbox does not let read.
            for (Object key in value.keySet()) {
                copy.put(key.toString(), of(value.get(key)))
            }
            return copy
        }
        if (value instanceof Collection) {
            List copy = []
            for (Object element in value) {
                copy.add(of(element))
            }
            return copy
        }
        value == null || value instanceof Boolean || value instanceof Number ? value : value.toString()
    }

    /** The keys of a map, in a list that survives a step. */
    @NonCPS
    List names(Map map) {
        List names = []
        names.addAll(map.keySet())
        names
    }

    /** One line for a console: no control character, escape sequence or change of direction gets through. */
    @NonCPS
    String line(Object text) {
        String.valueOf(text).replaceAll(/[\p{Cntrl}\u0080-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/, ' ').trim()
    }
}
