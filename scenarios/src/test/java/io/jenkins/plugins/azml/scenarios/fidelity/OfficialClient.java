package io.jenkins.plugins.azml.scenarios.fidelity;

import io.jenkins.plugins.azml.emulator.install.InstallCache;
import io.jenkins.plugins.azml.emulator.install.Installer;
import io.jenkins.plugins.azml.emulator.install.ToolCheck;
import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.process.Children;
import io.jenkins.plugins.azml.emulator.python.PythonEnvironments;
import io.jenkins.plugins.azml.emulator.python.Requirements;
import java.nio.file.Path;
import java.util.List;

/** Microsoft's own client, from PyPI; one installation for all tests and for the next time. */
public final class OfficialClient {
    private static final Requirements CLIENT =
            Requirements.of(List.of("azure-ai-ml==1.35.2", "azure-identity==1.27.0"));

    private OfficialClient() {}

    /** The Python that has the client. */
    public static Path python(Path folder) {
        Children children = new Children(folder.resolve("children"));
        ChildEnvironment variables = ChildEnvironment.ofThisProcess();
        return new PythonEnvironments(
                        InstallCache.ofUser(System.getenv()),
                        new Installer(variables, children),
                        new ToolCheck(variables, children))
                .require(CLIENT, System.out::println)
                .python();
    }
}
