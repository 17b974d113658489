package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS
import groovy.json.JsonOutput
import groovy.json.JsonSlurper

/** Values that survive a restart, and text that is harmless where it is shown. */
class Plain implements Serializable {
    private static final long serialVersionUID = 1L
    private static final int LONGEST = 1000

    /** Reads a JSON object; an unreadable one is an empty map. */
    @NonCPS
    Map read(String json) {
        Object value
        try {
            value = new JsonSlurper().parseText(json)
        } catch (Exception unreadable) {
            return [:]
        }
        value instanceof Map ? copied(value, true) as Map : [:]
    }

    @NonCPS
    String write(Object value) {
        JsonOutput.toJson(of(value))
    }

    /** A copy of maps, lists, texts, numbers and flags; anything else becomes text. */
    @NonCPS
    Object of(Object value) {
        copied(value, false)
    }

    /** @param rounded whether decimals become doubles, as the plugin's steps give them */
    @NonCPS
    private Object copied(Object value, boolean rounded) {
        if (value instanceof Map) {
            Map copy = [:]
            // Not by entries: those of a build's causes are of a class that the sandbox does not let read.
            for (Object key in value.keySet()) {
                copy.put(key.toString(), copied(value.get(key), rounded))
            }
            return copy
        }
        if (value instanceof Collection) {
            List copy = []
            for (Object element in value) {
                copy.add(copied(element, rounded))
            }
            return copy
        }
        if (rounded && value instanceof BigDecimal) {
            return value.doubleValue()
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
        String.valueOf(text).replaceAll('[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+', ' ').trim()
    }

    /** The same, cut where it is longer than anybody reads. */
    @NonCPS
    String brief(Object text) {
        String line = line(text)
        line.length() <= LONGEST ? line : line.substring(0, LONGEST).replaceAll('\\p{Cs}$', '') + '…'
    }
}
