package io.jenkins.plugins.azml.runner.durable;

/** How hard the program's survival of a restart is tried. */
public enum Durability {
    /** Saved where Jenkins would save it, and never restored. */
    OFF,
    /** Dropped and restored wherever it only waits. */
    WHERE_JENKINS_SAVES,
    /** Dropped and restored at every step. */
    EVERYWHERE
}
