package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.build.Credential;
import io.jenkins.plugins.azml.runner.build.Credential.SecretFile;
import io.jenkins.plugins.azml.runner.build.Credential.SecretText;
import io.jenkins.plugins.azml.runner.build.Credential.ServicePrincipal;
import io.jenkins.plugins.azml.runner.build.Credential.SshKey;
import io.jenkins.plugins.azml.runner.build.Credential.UsernamePassword;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Described;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jenkinsci.plugins.credentialsbinding.impl.CredentialNotFoundException;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;

/** Puts credentials into variables and files, as each binding asks. */
final class CredentialBinder {
    private static final String STRING = "org.jenkinsci.plugins.plaincredentials.StringCredentials";
    private static final String FILE = "org.jenkinsci.plugins.plaincredentials.FileCredentials";
    private static final String PASSWORD =
            "com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials";
    private static final String AZURE = "com.microsoft.azure.util.AzureCredentials";
    private static final String SSH = "com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey";

    private final StepContext context;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();

    CredentialBinder(StepContext context) {
        this.context = context;
    }

    Map<String, String> variables() {
        return variables;
    }

    /** The variables whose values are masked. */
    Map<String, String> secrets() {
        return secrets;
    }

    List<Path> files() {
        return files;
    }

    void bind(Described binding) throws IOException, MissingContextVariableException {
        switch (binding.symbol()) {
            case "string" ->
                secret(
                        binding.text("variable"),
                        find(binding, SecretText.class, STRING).secret());
            case "usernamePassword" -> bindUser(binding, find(binding, UsernamePassword.class, PASSWORD));
            case "usernameColonPassword" -> {
                UsernamePassword user = find(binding, UsernamePassword.class, PASSWORD);
                secret(binding.text("variable"), user.username() + ":" + user.password());
            }
            case "file" -> {
                SecretFile file = find(binding, SecretFile.class, FILE);
                secret(binding.text("variable"), write(file.name(), file.content(), "rw-------"));
            }
            case "sshUserPrivateKey" -> bindKey(binding, find(binding, SshKey.class, SSH));
            case "azureServicePrincipal" -> bindPrincipal(binding, find(binding, ServicePrincipal.class, AZURE));
            case "credentials" -> bindAny(binding);
            default ->
                throw new IllegalArgumentException(
                        "a credential binding of the kind " + binding.symbol()
                                + " is not simulated; use string, file, usernamePassword, usernameColonPassword, sshUserPrivateKey or azureServicePrincipal");
        }
    }

    private void bindUser(Described binding, UsernamePassword user) {
        variables.put(binding.text("usernameVariable"), user.username());
        secret(binding.text("passwordVariable"), user.password());
    }

    /** The variables have the names of the plugin's defaults, unless the binding names others. */
    private void bindPrincipal(Described binding, ServicePrincipal principal) {
        variables.put(named(binding, "subscriptionIdVariable", "AZURE_SUBSCRIPTION_ID"), principal.subscription());
        variables.put(named(binding, "tenantIdVariable", "AZURE_TENANT_ID"), principal.tenant());
        variables.put(named(binding, "clientIdVariable", "AZURE_CLIENT_ID"), principal.client());
        secret(named(binding, "clientSecretVariable", "AZURE_CLIENT_SECRET"), principal.secret());
    }

    private static String named(Described binding, String argument, String usual) {
        String given = binding.text(argument);
        return given.isEmpty() ? usual : given;
    }

    private void bindKey(Described binding, SshKey key) throws IOException, MissingContextVariableException {
        String keyVariable = binding.text("keyFileVariable");
        secret(keyVariable, write("ssh-key-" + keyVariable, key.privateKey(), "r--------"));
        if (!binding.text("usernameVariable").isEmpty()) {
            variables.put(binding.text("usernameVariable"), key.username());
        }
        if (!binding.text("passphraseVariable").isEmpty()) {
            secret(binding.text("passphraseVariable"), key.passphrase());
        }
    }

    /** Binds as {@code environment { NAME = credentials('id') }} does, by the kind of what is found. */
    private void bindAny(Described binding) throws IOException, MissingContextVariableException {
        String name = binding.text("variable");
        Credential found = find(binding);
        if (found instanceof SecretText text) {
            secret(name, text.secret());
        } else if (found instanceof SecretFile file) {
            secret(name, write(file.name(), file.content(), "rw-------"));
        } else if (found instanceof UsernamePassword user) {
            secret(name, user.username() + ":" + user.password());
            variables.put(name + "_USR", user.username());
            secret(name + "_PSW", user.password());
        } else if (found instanceof SshKey key) {
            secret(name, write("ssh-key-" + name, key.privateKey(), "r--------"));
            variables.put(name + "_USR", key.username());
            secret(name + "_PSW", key.passphrase());
        }
    }

    private void secret(String name, String value) {
        variables.put(name, value);
        secrets.put(name, value);
    }

    private Credential find(Described binding) throws CredentialNotFoundException {
        String id = binding.text("credentialsId");
        return context.execution()
                .services()
                .credentials()
                .find(id)
                .orElseThrow(
                        () -> new CredentialNotFoundException("Could not find credentials entry with ID '" + id + "'"));
    }

    private <C extends Credential> C find(Described binding, Class<C> type, String expected)
            throws CredentialNotFoundException {
        Credential found = find(binding);
        if (!type.isInstance(found)) {
            throw new CredentialNotFoundException("Credentials '" + binding.text("credentialsId") + "' is of type '"
                    + found.kind() + "' where '" + expected + "' was expected");
        }
        return type.cast(found);
    }

    private String write(String name, String content, String mode) throws IOException, MissingContextVariableException {
        RequiredContext needed = RequiredContext.WORKSPACE;
        if (!context.block().hasNode()) {
            throw new MissingContextVariableException(needed.type(), context.function(), needed.provider());
        }
        Path folder = Path.of(
                context.directory() + "@tmp", "secretFiles", UUID.randomUUID().toString());
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        files.add(folder);
        return file.toString();
    }
}
