package io.jenkins.plugins.azml.scenarios.local;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the emulator, and the loop that nothing disturbed: one of each for the whole run. */
final class LocalAzureExtension implements ParameterResolver {
    /** A pair for each scenario that must not meet another's assets. */
    private static final String[] WORKSPACES = {
        "dev", "prod", "killdev", "killprod", "official", "requestdev", "requestprod", "maindev", "mainprod"
    };

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalAzure.class || type == CleanLoop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(LocalAzureExtension.class));
        LocalAzure azure = store.computeIfAbsent(
                LocalAzure.class, key -> LocalAzure.start(Places.ROOT.resolve("shared"), WORKSPACES), LocalAzure.class);
        return parameter.getParameter().getType() == LocalAzure.class
                ? azure
                : store.computeIfAbsent(CleanLoop.class, key -> CleanLoop.run(azure), CleanLoop.class);
    }
}
