package io.jenkins.plugins.azml.plugin;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.util.HashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** A step's context: saved as a name, found again among the builds of the test. */
final class BuildContext extends StepContext {
    private static final long serialVersionUID = 1L;
    private static final Map<String, BuildContext> LIVING = new HashMap<>();

    private final String name;
    private final transient Map<Class<?>, Object> things = new HashMap<>();
    private transient Object result;
    private transient Throwable failure;
    private transient int ends;

    BuildContext(String name) {
        this.name = name;
        LIVING.put(name, this);
    }

    <T> BuildContext with(Class<T> type, T thing) {
        things.put(type, thing);
        return this;
    }

    private Object readResolve() {
        return LIVING.get(name);
    }

    boolean isOver() {
        return ends > 0;
    }

    int ends() {
        return ends;
    }

    Object result() {
        return result;
    }

    Throwable failure() {
        return failure;
    }

    @Override
    public <T> T get(Class<T> key) {
        return key.cast(things.get(key));
    }

    @Override
    public void onSuccess(Object given) {
        ends++;
        result = given;
    }

    @Override
    public void onFailure(Throwable thrown) {
        ends++;
        failure = thrown;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return Futures.immediateFuture(null);
    }

    @Override
    public void setResult(Result ignored) {}

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
