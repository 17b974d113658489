package io.jenkins.plugins.azml.engine.blob;

/** What a write that never replaces has done. */
public enum Written {
    CREATED,
    /** A blob of that name was there before; it was not touched. */
    EXISTED
}
