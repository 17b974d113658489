package io.jenkins.plugins.azml.cli.run;

/**
 * How a shell calls one stage: what is saved of a call, and the stage made of it. The same for a new run and for one that
 * is taken up again.
 *
 * @param <A> what is saved of the command line, beside workspaces and files; never a secret
 */
public interface StageDoor<A extends Record, S, R> {
    /** As the command is called. */
    String name();

    Class<A> arguments();

    /** Makes the stage. May read from Azure; writes nothing but what is named by its content. */
    Prepared<S, R> prepare(A arguments, Scene scene);
}
