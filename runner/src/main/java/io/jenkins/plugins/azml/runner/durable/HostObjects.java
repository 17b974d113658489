package io.jenkins.plugins.azml.runner.durable;

import com.cloudbees.groovy.cps.sandbox.Invoker;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.build.Scm;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.declarative.DeclarativeHost;
import io.jenkins.plugins.azml.runner.script.ScriptLoader;
import io.jenkins.plugins.azml.runner.step.Step;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import org.jboss.marshalling.ObjectResolver;
import org.jenkinsci.plugins.workflow.cps.ScriptHost;
import org.jspecify.annotations.Nullable;

/** Keeps what belongs to the machine and not to the program out of the saved bytes: it is named there and found again. */
final class HostObjects implements ObjectResolver {
    private final PipelineExecution execution;

    HostObjects(PipelineExecution execution) {
        this.execution = execution;
    }

    @Override
    public @Nullable Object writeReplace(@Nullable Object original) {
        if (original instanceof PipelineExecution) {
            return new Token("execution");
        }
        if (original instanceof DeclarativeHost) {
            return new Token("declarative");
        }
        if (original instanceof ScriptHost) {
            return new Token("scope");
        }
        if (original instanceof Invoker) {
            return new Token(original == execution.invoker() ? "sandboxed" : "trusted");
        }
        if (original instanceof Step step) {
            return new Token("step:" + step.getClass().getName());
        }
        if (original instanceof ScriptLoader) {
            return new Token("libraries");
        }
        return original == null ? null : replaceGlobal(original);
    }

    private Object replaceGlobal(Object original) {
        if (original == Scm.INSTANCE) {
            return original;
        }
        Build build = execution.build();
        for (String name : new String[] {"env", "currentBuild"}) {
            if (build.globalVariable(name).orElseThrow() == original) {
                return new Token("global:" + name);
            }
        }
        return original;
    }

    @Override
    public @Nullable Object readResolve(@Nullable Object replacement) {
        return replacement instanceof Token token ? find(token.name()) : replacement;
    }

    private Object find(String name) {
        if (name.startsWith("step:")) {
            return execution.services().steps().ofType(name.substring("step:".length()));
        }
        if (name.startsWith("global:")) {
            return execution
                    .build()
                    .globalVariable(name.substring("global:".length()))
                    .orElseThrow();
        }
        return Objects.requireNonNull(
                Map.<String, Object>of(
                                "execution",
                                execution,
                                "declarative",
                                execution.declarativeHost(),
                                "scope",
                                execution.scope(),
                                "sandboxed",
                                execution.invoker(),
                                "trusted",
                                execution.trustedInvoker(),
                                "libraries",
                                execution.compiler().trusted())
                        .get(name),
                name);
    }

    /** Stands in the bytes for an object of the machine. */
    private record Token(String name) implements Serializable {}
}
