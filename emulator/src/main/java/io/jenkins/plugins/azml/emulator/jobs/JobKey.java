package io.jenkins.plugins.azml.emulator.jobs;

/** A job of a workspace. */
public record JobKey(String workspace, String name) {}
