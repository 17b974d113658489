/**
 * What a real Jenkins did with 53 Jenkinsfiles, against what the runner does: {@code src/test/resources/jenkins-runs}.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.golden;

import org.jspecify.annotations.NullMarked;
