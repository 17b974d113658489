/**
 * What a Jenkinsfile knows by this name. Jenkins has a class of the same name; this one is the part of it that a
 * script can see: the sandbox names it where it refuses it. It may use nothing of the runner.
 */
@NullMarked
package org.apache.commons.collections;

import org.jspecify.annotations.NullMarked;
