package io.jenkins.plugins.azml.runner.cps;

import groovy.lang.Closure;
import groovy.lang.Script;
import org.jspecify.annotations.Nullable;

/** Prepares one run of a body: its context, its label, what comes after it. */
public final class BodyInvoker {
    private final StepContext caller;
    private final Object body;
    private BlockContext block;
    private @Nullable String label;

    BodyInvoker(StepContext caller, Object body, BlockContext block) {
        this.caller = caller;
        this.body = body;
        this.block = block;
    }

    public BodyInvoker in(BlockContext context) {
        block = context;
        return this;
    }

    /** Names the body in the console. */
    public BodyInvoker labelled(String text) {
        label = text;
        return this;
    }

    /** Starts the body as soon as the step's own start is over. */
    public CpsBodyExecution start(BodyCallback callback) {
        CpsBodyExecution execution = new CpsBodyExecution(caller, callback, block, label);
        caller.launch(execution, body);
        return execution;
    }

    /** Calls the body; a CPS-transformed one throws what is to be run. */
    static @Nullable Object call(Object body) {
        return body instanceof Script script ? script.run() : ((Closure<?>) body).call();
    }
}
