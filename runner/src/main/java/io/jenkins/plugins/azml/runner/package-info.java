/**
 * {@code azml run}: a Jenkinsfile on this machine, on the real CPS engine. {@link Runner} is the way in, {@link RunOptions}
 * what can be asked, {@link RunResult} what came out. Everything below serves these three.
 */
@NullMarked
package io.jenkins.plugins.azml.runner;

import org.jspecify.annotations.NullMarked;
