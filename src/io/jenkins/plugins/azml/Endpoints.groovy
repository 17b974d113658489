package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** Where models are served: by names that Azure takes, and each model in a place of its own. */
class Endpoints implements Serializable {
    private static final long serialVersionUID = 1L
    private static final String NAME = '[A-Za-z][A-Za-z0-9-]{1,30}[A-Za-z0-9]'

    private final Map config

    Endpoints(Map config) {
        this.config = config
    }

    /** What would be found out only after a model is trained, in one line; empty if there is nothing. */
    @NonCPS
    String mistake() {
        Map owners = [:]
        for (Object model in config.models.entrySet()) {
            String found = ofModel(model.key.toString(), model.value as Map, owners)
            if (found) {
                return found
            }
        }
        ''
    }

    @NonCPS
    private String ofModel(String model, Map keys, Map owners) {
        for (Object place in places(keys)) {
            if (!(place[1] ==~ NAME)) {
                return "the endpoint of model '${model}' is '${place[1]}'; expected 3 to 32 letters, digits and hyphens," +
                    " a letter first and no hyphen last: give the model another with endpoint:"
            }
            Object owner = owners.put("${place[0]} ${place[1].toLowerCase()}".toString(), model)
            if (owner) {
                return taken(model, owner.toString(), place as List)
            }
        }
        ''
    }

    /** By workspace and endpoint, in the stages that run. */
    @NonCPS
    private List places(Map keys) {
        List places = []
        if (config.stages.staging) {
            places.add([config.dev, (keys.staging.endpoint ?: keys.endpoint).toString()])
        }
        if (config.stages.promotion) {
            places.add([config.prod, keys.endpoint.toString()])
        }
        places
    }

    @NonCPS
    private String taken(String model, String owner, List place) {
        String where = "endpoint '${place[1]}' of workspace '${place[0]}'"
        model == owner
            ? "model '${model}' would be tried on ${where}, which serves it in production: give it another with staging: {endpoint: ...}"
            : "models '${owner}' and '${model}' would both be served at ${where}: give one of them another with endpoint:"
    }
}
