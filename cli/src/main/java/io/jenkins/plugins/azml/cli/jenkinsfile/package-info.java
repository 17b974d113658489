/**
 * A Jenkinsfile on this machine: what its agent offers, which branch is built.
 *
 * <p>Uses {@code runner} for the build and {@code emulator} for the Azure ML beside it.
 */
@NullMarked
package io.jenkins.plugins.azml.cli.jenkinsfile;

import org.jspecify.annotations.NullMarked;
