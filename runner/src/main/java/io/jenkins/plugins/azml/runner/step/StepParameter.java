package io.jenkins.plugins.azml.runner.step;

/**
 * A parameter of a step.
 *
 * @param constructor whether Jenkins passes it to the step's constructor, and so demands it
 */
public record StepParameter(String name, Class<?> type, boolean constructor) {}
