package io.jenkins.plugins.azml.acceptance;

/** A job that makes a job for each branch. */
record Multibranch(Jenkins jenkins, String path) {

    void scan() {
        jenkins.post(path + "build?delay=0");
    }

    /** The job of a branch, which may still have to be found. */
    Job branch(String name) {
        return new Job(jenkins, path + "job/" + name + "/");
    }
}
