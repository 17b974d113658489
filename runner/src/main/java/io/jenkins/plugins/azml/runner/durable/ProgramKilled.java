package io.jenkins.plugins.azml.runner.durable;

/** The run was to end at this save, as if the machine had gone down. */
public final class ProgramKilled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProgramKilled(int save) {
        super("ended at save " + save + ", as asked for; go on with azml run --resume");
    }
}
