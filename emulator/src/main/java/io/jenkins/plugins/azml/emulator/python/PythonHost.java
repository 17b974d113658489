package io.jenkins.plugins.azml.emulator.python;

import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;

/** What running Python takes: its environments, the list that its processes enter, the variables that they may see. */
public record PythonHost(PythonEnvironments environments, Children children, ChildEnvironment variables) {}
