package org.yaml.snakeyaml;

/** Known by name only, so that a Jenkinsfile which names it compiles as on a controller, and is refused by the sandbox. */
public final class Yaml {
    public Yaml() {
        throw new UnsupportedOperationException("there is no snakeyaml here; use the step readYaml");
    }
}
