/**
 * Python environments built from conda files and requirements with wheels from PyPI, each made once. May use
 * {@code process} and {@code install}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.python;

import org.jspecify.annotations.NullMarked;
