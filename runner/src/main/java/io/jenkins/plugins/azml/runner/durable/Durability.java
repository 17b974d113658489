package io.jenkins.plugins.azml.runner.durable;

/** How hard the program's survival of a restart is tried. */
public enum Durability {
    /** Saved where Jenkins would save it, and never restored. */
    OFF,
    /** Kept where Jenkins would save it, for another process to go on with; never dropped in this one. */
    KEPT,
    /** Dropped and restored wherever it only waits. */
    WHERE_JENKINS_SAVES,
    /** Dropped and restored at every step. */
    EVERYWHERE
}
