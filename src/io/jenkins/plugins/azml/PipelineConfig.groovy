package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/**
 * What the golden path is told: defaults, over them {@code azml/pipeline.yml}, over it the map in the Jenkinsfile. What
 * decides on trust counts from the Jenkinsfile alone: a pull request can change the file.
 */
class PipelineConfig implements Serializable {
    private static final long serialVersionUID = 1L
    private static final String RESOURCES = 'io/jenkins/plugins/azml/'
    private static final String ONLY_CALL = 'folder file fork commands result'

    private final Object script
    private final Map call

    PipelineConfig(Object script, Map call) {
        this.script = script
        this.call = call
    }

    /** The map of the Jenkinsfile without its closures, checked. */
    Map ofCall() {
        Map plain = new Plain().of(withoutHooks()) as Map
        check('azmlPipeline', plain, schema())
        merged(defaults(), plain)
    }

    /** All of it. Needs the surrounding node, where the file is. */
    Map whole() {
        Map plain = new Plain().of(withoutHooks()) as Map
        String file = plain.file ?: 'azml/pipeline.yml'
        Map ofFile = [:]
        if (script.fileExists(file)) {
            ofFile = new YamlFile(script, file).read()
            refuseTrust(file, ofFile)
            check(file, ofFile, schemaOfFile())
        } else if (plain.file) {
            script.error("azmlPipeline: there is no file '${place(plain, file)}'".toString())
        }
        Map whole = merged(merged(defaults(), ofFile), plain)
        if (!whole.models) {
            script.error("azmlPipeline: there is no model; name one in ${place(plain, file)}, as models: {NAME: {}}".toString())
        }
        withModels(whole)
    }

    private String place(Map plain, String file) {
        plain.folder ? "${plain.folder}/${file}".toString() : file
    }

    private void refuseTrust(String file, Map ofFile) {
        for (String name in ONLY_CALL.tokenize()) {
            if (ofFile.containsKey(name)) {
                script.error("${file}: '${name}' counts in the Jenkinsfile only, as azmlPipeline(${name}: ...)".toString())
            }
        }
    }

    private Map schema() {
        new Plain().read(script.libraryResource(RESOURCES + 'pipeline.schema.json').toString())
    }

    private Map schemaOfFile() {
        Map schema = schema()
        Map known = [:]
        known.putAll(schema.properties as Map)
        for (String name in ONLY_CALL.tokenize()) {
            known.remove(name)
        }
        schema.put('properties', known)
        schema
    }

    private Map defaults() {
        new Plain().read(script.libraryResource(RESOURCES + 'defaults.json').toString())
    }

    private void check(String where, Map value, Map schema) {
        String mistake = new Schema(schema).mistake(value) ?: new Freeze((value.freeze ?: []) as List).mistake()
        if (mistake) {
            script.error("${where}: ${new Plain().line(mistake)}".toString())
        }
    }

    @NonCPS
    private Map withoutHooks() {
        Map plain = [:]
        for (Object entry in call.entrySet()) {
            if (!(entry.value instanceof Closure)) {
                plain.put(entry.key, entry.value)
            }
        }
        plain
    }

    /** Every model with the defaults of a model; its endpoint has its name, unless told. */
    @NonCPS
    private Map withModels(Map whole) {
        Map models = [:]
        for (Object entry in whole.models.entrySet()) {
            Map named = merged([endpoint: entry.key], merged(whole.model as Map, (entry.value ?: [:]) as Map))
            models.put(entry.key, named)
        }
        whole.put('models', models)
        whole
    }

    /** The second over the first; maps are merged, everything else is replaced. A key without a value tells nothing. */
    @NonCPS
    private Map merged(Map under, Map over) {
        Map merged = [:]
        merged.putAll(under)
        for (Object entry in over.entrySet()) {
            Object before = merged[entry.key]
            if (entry.value == null && before != null) {
                continue
            }
            boolean both = before instanceof Map && entry.value instanceof Map
            merged.put(entry.key, both ? this.merged(before as Map, entry.value as Map) : entry.value)
        }
        merged
    }
}
