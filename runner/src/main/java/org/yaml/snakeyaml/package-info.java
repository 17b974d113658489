/**
 * What a Jenkinsfile knows by this name. Jenkins has a class of the same name; this one is the part of it that a
 * script can see: it is caught, printed or called in Jenkinsfiles. It may use nothing of the runner.
 */
@NullMarked
package org.yaml.snakeyaml;

import org.jspecify.annotations.NullMarked;
