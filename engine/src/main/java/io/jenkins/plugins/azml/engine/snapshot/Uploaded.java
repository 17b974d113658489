package io.jenkins.plugins.azml.engine.snapshot;

/**
 * An upload that is complete.
 *
 * @param path of the folder or file in the container
 * @param name of the asset that it was first uploaded for
 * @param version of that asset
 * @param filesSent how many files were sent now; the others were there
 * @param bytesSent of those files
 */
public record Uploaded(String path, String name, String version, int filesSent, long bytesSent) {}
