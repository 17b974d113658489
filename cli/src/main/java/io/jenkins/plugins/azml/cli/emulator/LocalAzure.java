package io.jenkins.plugins.azml.cli.emulator;

import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.config.WorkspaceNames;
import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.emulator.EmulatorOptions;
import io.jenkins.plugins.azml.emulator.EmulatorProcess;
import io.jenkins.plugins.azml.emulator.runtime.Environment;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Azure ML on this machine for the commands of a build of {@code azml run}: where no workspace is configured, it is
 * started when a command first needs one. Whatever names a subscription, a cloud or a credential is a configuration.
 */
public final class LocalAzure {
    /** Names the folder of the emulator to the processes of a build. */
    public static final String VARIABLE = "AZML_LOCAL_AZURE";

    /** What a real workspace is configured by: any of them says that the local one is not meant. */
    public static final List<String> CONFIGURATION = List.of(
            "AZML_SUBSCRIPTION",
            "AZURE_SUBSCRIPTION_ID",
            "AZML_RESOURCE_GROUP",
            "AZURE_RESOURCE_GROUP",
            "AZML_WORKSPACE",
            "AZUREML_WORKSPACE_NAME",
            "ARM_CLOUD_METADATA_URL",
            "AZUREML_CURRENT_CLOUD",
            "AZML_CREDENTIAL",
            "AZML_TOKEN",
            "AZURE_TENANT_ID",
            "AZURE_CLIENT_ID",
            "IDENTITY_ENDPOINT");

    private static final String WORKSPACE = "dev";

    private final Shell shell;
    private final Console console;

    public LocalAzure(Shell shell, Console console) {
        this.shell = shell;
        this.console = console;
    }

    /** Whether a command of this shell works on local Azure ML. */
    public boolean isMeant() {
        return !shell.variable(VARIABLE).isEmpty() && !isConfigured(shell);
    }

    /** Whether the environment or the configuration file says which Azure is meant. */
    public static boolean isConfigured(Shell shell) {
        return CONFIGURATION.stream().anyMatch(name -> !shell.variable(name).isEmpty())
                || WorkspaceNames.areConfigured(shell.home());
    }

    /** This shell's variables with those of local Azure ML, which is started if it does not run. Holds a secret. */
    public Map<String, String> environment() {
        EmulatorOptions options = EmulatorOptions.in(Path.of(shell.variable(VARIABLE)));
        if (new EmulatorProcess(options.folder()).status().isEmpty()) {
            console.note("no workspace is configured: starting local Azure ML in " + options.folder());
        }
        Ready ready = new EmulatorStart(shell, console).start(options);
        Map<String, String> environment = new LinkedHashMap<>(shell.environment());
        environment.putAll(Environment.of(ready, WORKSPACE).variables());
        return environment;
    }
}
