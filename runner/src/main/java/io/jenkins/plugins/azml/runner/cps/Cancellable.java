package io.jenkins.plugins.azml.runner.cps;

/** Something that will happen unless it is called off. */
@FunctionalInterface
public interface Cancellable {
    void cancel();
}
