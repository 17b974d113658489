package io.jenkins.plugins.azml.runner;

import io.jenkins.plugins.azml.runner.build.Credential;
import io.jenkins.plugins.azml.runner.build.Credential.SecretFile;
import io.jenkins.plugins.azml.runner.build.Credential.SecretText;
import io.jenkins.plugins.azml.runner.build.Credential.ServicePrincipal;
import io.jenkins.plugins.azml.runner.build.Credential.SshKey;
import io.jenkins.plugins.azml.runner.build.Credential.UsernamePassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Credentials in a YAML file that is never committed: a list of entries with {@code id}, {@code kind} (text, password,
 * file, ssh, azure) and the values of that kind. A value {@code $NAME} is taken from the environment.
 */
public final class CredentialsFile {
    private final Path file;
    private final Map<String, String> environment;

    public CredentialsFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads the file.
     *
     * @throws RunException where it is not there, not YAML, or an entry lacks a value; no message shows a value
     */
    public Map<String, Credential> read() {
        Map<String, Credential> credentials = new LinkedHashMap<>();
        for (Object entry : entries()) {
            if (!(entry instanceof Map<?, ?> map)) {
                throw new RunException(file + ": each credential is a map with id and kind");
            }
            credentials.put(value(map, "id"), credential(map));
        }
        return credentials;
    }

    private List<?> entries() {
        try {
            Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            if (read instanceof List<?> list) {
                return list;
            }
            throw new RunException(file + ": expected a list of credentials");
        } catch (IOException unreadable) {
            throw new RunException("the credentials file " + file + " cannot be read: is it there?", unreadable);
        } catch (YamlEngineException invalid) {
            throw new RunException("the credentials file " + file + " is no YAML" + place(invalid));
        }
    }

    /** Only the place: what stands there may be secret. */
    private static String place(YamlEngineException invalid) {
        return invalid instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark()
                        .map(mark -> ": line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                        .orElse("")
                : "";
    }

    private Credential credential(Map<?, ?> entry) {
        return switch (value(entry, "kind")) {
            case "text" -> new SecretText(value(entry, "secret"));
            case "password" -> new UsernamePassword(value(entry, "username"), value(entry, "password"));
            case "file" -> new SecretFile(value(entry, "name"), value(entry, "content"));
            case "ssh" ->
                new SshKey(
                        value(entry, "username"),
                        value(entry, "key"),
                        java.util.Objects.toString(optional(entry, "passphrase"), ""));
            case "azure" ->
                new ServicePrincipal(
                        value(entry, "subscription"),
                        value(entry, "tenant"),
                        value(entry, "client"),
                        value(entry, "secret"));
            default ->
                throw new RunException(file + ": credential '" + value(entry, "id") + "' has the kind '"
                        + value(entry, "kind") + "'; use text, password, file, ssh or azure");
        };
    }

    private String value(Map<?, ?> entry, String key) {
        Object value = optional(entry, key);
        if (value == null) {
            throw new RunException(file + ": credential '" + entry.get("id") + "' has no " + key);
        }
        return value.toString();
    }

    private @Nullable Object optional(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        if (value instanceof String text && text.startsWith("$")) {
            return environment.get(text.substring(1));
        }
        return value;
    }
}
