package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** The arguments of a step: checked, and as words of the command line. */
class Arguments implements Serializable {
    private static final long serialVersionUID = 1L

    /** Also the name of a file and of a stash. */
    private static final String RUN = '[A-Za-z0-9][A-Za-z0-9_-]{0,99}'

    private final StepTable table = new StepTable()

    /** What is wrong with a call, in one line; empty if nothing is. */
    @NonCPS
    String mistake(String step, Map given) {
        List known = table.arguments(step)
        for (Object name in given.keySet()) {
            if (!known.contains(name.toString())) {
                return "there is no argument '${name}'" + new Nearest().hint(name.toString(), known)
            }
        }
        for (Object name in table.required(step)) {
            if (given[name] == null || given[name].toString().isEmpty()) {
                return "the argument '${name}' is missing"
            }
        }
        mistakenType(given)
    }

    /**
     * Why a call may not use its workspaces; empty if it may.
     *
     * @param allowed names with commas, or null for all
     */
    @NonCPS
    String forbidden(Map given, String allowed) {
        for (String name in ['workspace', 'championIn', 'to']) {
            if (allowed && given[name] && !allowed.tokenize(', ').contains(given[name].toString())) {
                return "the workspace '${given[name]}' is not for this job; AZML_WORKSPACES allows ${allowed}"
            }
        }
        ''
    }

    @NonCPS
    private String mistakenType(Map given) {
        for (String name in ['set', 'arguments']) {
            if (given[name] != null && !(given[name] instanceof Map)) {
                return "the argument '${name}' is a map, for example ${name}: [key: 'value']"
            }
        }
        for (String name in ['wait', 'propagate', 'logs', 'reuse']) {
            if (given[name] != null && !(given[name] instanceof Boolean)) {
                return "the argument '${name}' is true or false"
            }
        }
        if (given.timeout != null && !seconds(given.timeout)) {
            return "the argument 'timeout' is a time, for example timeout: '30m'"
        }
        for (String name in ['run', 'evaluation']) {
            if (given[name] != null && !(given[name].toString() ==~ RUN)) {
                return "the argument '${name}' is '${new Plain().brief(given[name])}', which is no run id:" +
                    " expected up to 100 letters, digits, '-' or '_', a letter or digit first"
            }
        }
        given.model instanceof Map && !(given.model.name && given.model.version)
            ? "the argument 'model' is 'name:version', or the model that azmlRegister gives" : ''
    }

    /** A time with its unit, such as {@code 30m}, in seconds; 0 if it is none. */
    @NonCPS
    int seconds(Object time) {
        Map units = [s: 1, m: 60, h: 3600, d: 86400]
        String text = time.toString()
        text ==~ /[1-9][0-9]{0,4}[smhd]/ ? Math.min(Integer.MAX_VALUE as long, (text[0..-2] as long) * (units[text[-1]] as long)) as int : 0
    }

    /** What a handle keeps of a call. */
    @NonCPS
    Map own(Map given) {
        Map own = [:]
        for (Object entry in given.entrySet()) {
            if (!['wait', 'run', 'propagate'].contains(entry.key.toString())) {
                own.put(entry.key, entry.value)
            }
        }
        own
    }

    /** The verb and its words; the values of options are joined to their names, so none can pass for an option. */
    @NonCPS
    List words(String step, Map given) {
        Map stage = table.stages()[step] as Map
        List words = [stage.verb]
        List named = stage.options + ['workspace', 'subscription', 'resourceGroup', 'run']
        for (Object name in named) {
            words.addAll(option(name.toString(), given[name]))
        }
        stage.file ? words + ['--'] + files(given[stage.file]) : words
    }

    @NonCPS
    private List files(Object value) {
        List files = []
        for (Object file in (value instanceof Collection ? value : [value])) {
            files.add(file.toString())
        }
        files
    }

    @NonCPS
    private List option(String name, Object value) {
        if (value == null) {
            return []
        }
        if (value instanceof Boolean) {
            return flag(name, value as boolean)
        }
        if (name == 'model' && value instanceof Map) {
            return ["--model=${value.name}:${value.version}".toString()]
        }
        String words = "--${kebab(name)}="
        value instanceof Map ? repeated(words, value as Map) : ["${words}${value}".toString()]
    }

    /** An option for each value by its path: {@code ['inputs.alpha': 1]} and {@code [inputs: [alpha: 1]]} are the same. */
    @NonCPS
    private List repeated(String before, Map values) {
        List options = []
        for (Object entry in values.entrySet()) {
            String path = "${before}${entry.key}"
            if (entry.value instanceof Map) {
                options.addAll(repeated(path + '.', entry.value as Map))
            } else {
                options.add("${path}=${entry.value}".toString())
            }
        }
        options
    }

    /** Logs are followed and jobs are new unless told. */
    @NonCPS
    private List flag(String name, boolean value) {
        if (name == 'logs') {
            return value ? [] : ['--no-logs']
        }
        value ? ['--' + kebab(name)] : []
    }

    /** {@code resourceGroup} as {@code resource-group}. */
    @NonCPS
    String kebab(String name) {
        name.replaceAll('([A-Z])', '-$1').toLowerCase()
    }
}
