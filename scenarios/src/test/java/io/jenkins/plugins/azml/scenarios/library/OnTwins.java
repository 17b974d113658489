package io.jenkins.plugins.azml.scenarios.library;

import io.jenkins.plugins.azml.scenarios.flows.Twins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the library and an Azure in which the example's model serves, made once for all of them. */
final class OnTwins implements ParameterResolver {
    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(OnTwins.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Twins.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OWN)
                .computeIfAbsent(Shared.class, unknown -> new Shared(), Shared.class)
                .twins;
    }

    /** Closed when all tests have run. */
    private static final class Shared implements AutoCloseable {
        private final Path folder;
        private final Twins twins;

        Shared() {
            try {
                folder = Files.createTempDirectory("library");
                twins = Twins.in(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            twins.close();
            io.jenkins.plugins.azml.runner.files.Trees.delete(folder);
        }
    }
}
