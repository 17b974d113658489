package io.jenkins.plugins.azml.plugin.step;

import hudson.EnvVars;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a step finds around it. Nothing of it is kept: after a restart it is asked for again. */
final class Surroundings {
    private static final Logger LOGGER = Logger.getLogger(Surroundings.class.getName());

    /** What says where code comes from, beside the checkout. */
    private static final List<String> VARIABLES = List.of(
            "GIT_COMMIT",
            "GIT_URL",
            "GIT_URL_1",
            "GIT_BRANCH",
            "BRANCH_NAME",
            "CHANGE_BRANCH",
            "BUILD_ID",
            "BUILD_URL");

    private final StepContext context;

    Surroundings(StepContext context) {
        this.context = context;
    }

    /** What there is of a type; nothing when the build has ended, or where an agent is away. */
    <T> Optional<T> find(Class<T> type) {
        try {
            return Optional.ofNullable(context.get(type));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the step's context is gone", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What every step has. */
    <T> T get(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalStateException("the step has no " + type.getSimpleName()));
    }

    Run<?, ?> build() {
        return get(Run.class);
    }

    /** Nobody listens any more when the build has ended. */
    PrintStream console() {
        return find(TaskListener.class)
                .map(TaskListener::getLogger)
                .orElseGet(() -> new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    Lines lines() {
        return new Lines(console());
    }

    /** The variables of the build that say where code comes from. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        find(EnvVars.class)
                .ifPresent(environment -> VARIABLES.stream()
                        .filter(environment::containsKey)
                        .forEach(name -> variables.put(name, String.valueOf(environment.get(name)))));
        return variables;
    }

    /** Whether the plugin publishes a check of the build: {@code AZML_CHECK=none} says that another one does, or nobody. */
    boolean wantsCheck() {
        return find(EnvVars.class)
                .map(environment -> environment.get("AZML_CHECK"))
                .filter("none"::equals)
                .isEmpty();
    }
}
