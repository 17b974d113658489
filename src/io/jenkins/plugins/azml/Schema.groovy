package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** Checks values by a JSON schema: types, properties and their names, required ones, enumerations, patterns, least and greatest numbers. */
class Schema implements Serializable {
    private static final long serialVersionUID = 1L

    private final Map schema

    Schema(Map schema) {
        this.schema = schema
    }

    /** The first mistake, with the path of its key; empty if there is none. */
    @NonCPS
    String mistake(Object value) {
        check(value, schema, '')
    }

    @NonCPS
    private String check(Object value, Map rule, String path) {
        if (!isOf(value, rule.type as String)) {
            return "'${path}' is ${article(rule.type as String)}, not '${value}'"
        }
        if (rule.enum && !rule.enum.contains(value)) {
            return "'${path}' is '${value}'" + new Nearest().hint(value.toString(), rule.enum as List)
        }
        if (rule.pattern && !value.toString().matches(rule.pattern as String)) {
            return "'${path}' is '${value}'; expected ${rule.description ?: rule.pattern}"
        }
        if (rule.type == 'integer' && value != (value as long)) {
            return "'${path}' is ${value}; expected a whole number"
        }
        if (rule.minimum != null && value < rule.minimum) {
            return "'${path}' is ${value}; expected ${rule.minimum} or more"
        }
        rule.type == 'object' ? ofMap(value as Map, rule, path) : ofList(value, rule, path)
    }

    @NonCPS
    private String ofMap(Map value, Map rule, String path) {
        Map known = (rule.properties ?: [:]) as Map
        for (Object name in value.keySet()) {
            Object sub = known[name] ?: rule.additionalProperties
            String place = path ? "${path}.${name}" : name.toString()
            if (rule.propertyNames && !name.toString().matches(rule.propertyNames.pattern as String)) {
                return "'${path}' has no key '${name}'; expected ${rule.propertyNames.description}"
            }
            if (!(sub instanceof Map)) {
                return (path ? "'${path}' has" : 'there is') + " no key '${name}'" + new Nearest().hint(name.toString(), known.keySet() as List)
            }
            String found = value[name] == null ? '' : check(value[name], sub as Map, place)
            if (found) {
                return found
            }
        }
        for (Object name in (rule.required ?: [])) {
            if (value[name] == null) {
                return "'${path ? path + '.' : ''}${name}' is missing"
            }
        }
        ''
    }

    @NonCPS
    private String ofList(Object value, Map rule, String path) {
        if (rule.type == 'array' && rule.items) {
            int index = 0
            for (Object element in value) {
                String found = check(element, rule.items as Map, "${path}[${index}]".toString())
                if (found) {
                    return found
                }
                index++
            }
        }
        ''
    }

    @NonCPS
    private boolean isOf(Object value, String type) {
        switch (type) {
            case 'object': return value instanceof Map
            case 'array': return value instanceof List
            case 'boolean': return value instanceof Boolean
            case 'integer': return value instanceof Number
            case 'string': return value instanceof CharSequence
            default: return !(value instanceof Map || value instanceof List)
        }
    }

    @NonCPS
    private String article(String type) {
        Map words = [object: 'a map', array: 'a list', boolean: 'true or false', integer: 'a number', string: 'a text']
        words[type] ?: 'one value'
    }
}
