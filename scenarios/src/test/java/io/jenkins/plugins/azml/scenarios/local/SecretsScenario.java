package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that a full run leaves behind is searched for every secret that it used. */
@OnLocalAzure
class SecretsScenario {
    private static final String CLIENT_SECRET = "cAnary~8Q~this+is/not=a\"real&secret.0123456789";
    private static final String GIVEN_TOKEN =
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJ4IiwiZXhwIjoxODkzNDU2MDAwfQ.Y2FuYXJ5LXNpZ25hdHVyZS1vZi0zMi1ieXRlcw";

    /** Tokens and signatures that the processes got for themselves are known by their looks. */
    private static final Map<String, Pattern> LOOKS = Map.of(
            "a token", Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}"),
            "a signed address", Pattern.compile("[?&;]sig=[A-Za-z0-9%+/]{20,}"));

    /** What holds secrets because it is made for that: the emulator's own, and Azurite's list of the copies it made. */
    private static final Pattern HOLDERS =
            Pattern.compile("(secret|ready\\.json|emulator\\.mv\\.db|tls/.*|blobs/__azurite_db_blob__\\.json)");

    @Test
    void no_secret_is_left_in_any_output_state_file_or_log(LocalAzure azure, CleanLoop clean) {
        Map<String, String> secrets = secrets(azure, clean);
        useTheOthers(clean.shell());

        List<Path> searched = Stream.of(clean.loop().project(), azure.folder())
                .flatMap(root -> Places.below(root).stream())
                .filter(Files::isRegularFile)
                .filter(file -> !HOLDERS.matcher(azure.folder().relativize(file).toString())
                        .matches())
                .toList();
        List<String> found = new ArrayList<>();
        for (Path file : searched) {
            search(file, secrets, found);
        }

        int forms = secrets.values().stream()
                .mapToInt(secret -> Disguises.of(secret).size())
                .sum();
        System.out.println("[local] secrets: " + secrets.keySet() + " in " + forms
                + " forms, tokens and signatures by their looks, in " + searched.size() + " files: " + found.size()
                + " found");
        assertThat(searched).anyMatch(file -> file.endsWith("state.json"));
        assertThat(searched).anyMatch(file -> file.endsWith("gates.xml"));
        assertThat(searched).anyMatch(file -> file.endsWith("emulator.log"));
        assertThat(searched).anyMatch(file -> file.toString().contains("__blobstorage__"));
        assertThat(found).isEmpty();
    }

    private static Map<String, String> secrets(LocalAzure azure, CleanLoop clean) {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("identity header", clean.shell().variables().get("IDENTITY_HEADER"));
        secrets.put("client secret", CLIENT_SECRET);
        secrets.put("given token", GIVEN_TOKEN);
        for (String name : List.of("dev", "prod")) {
            Workspace workspace = azure.workspace(name);
            secrets.put(
                    "key of an endpoint in " + name,
                    workspace.endpoints().primaryKey(name.equals("dev") ? "diabetes-staging" : "diabetes"));
            secrets.put("account key of " + name, azure.accountKey(workspace));
            secrets.put("signature in " + name, signature(workspace.datastores().sas("workspaceblobstore")));
        }
        return secrets;
    }

    private static String signature(String sas) {
        return Stream.of(sas.split("&"))
                .filter(part -> part.startsWith("sig="))
                .map(part -> part.substring(4))
                .findFirst()
                .orElseThrow();
    }

    /** Credentials that the emulator does not take: what is said of them counts. */
    private static void useTheOthers(Shell shell) {
        Shell principal = shell.with("AZURE_CLIENT_SECRET", CLIENT_SECRET)
                .with("AZURE_CLIENT_ID", "00000000-0000-0000-0000-000000000002")
                .with("AZURE_TENANT_ID", "00000000-0000-0000-0000-000000000003");
        assertThat(principal
                        .azml("logs", "clean-train", "--debug", "--output", "json")
                        .status())
                .isNotZero();
        assertThat(shell.with("AZML_TOKEN", GIVEN_TOKEN)
                        .azml("logs", "clean-train", "--debug")
                        .status())
                .isNotZero();
        shell.azml("logs", "clean-train", "--debug").ok();
        shell.azml("doctor", "--output", "json");
    }

    private static void search(Path file, Map<String, String> secrets, List<String> found) {
        String text = text(file);
        secrets.forEach((name, secret) -> Disguises.of(secret).forEach((form, disguise) -> {
            if (text.contains(disguise)) {
                found.add(name + " (" + form + ") in " + file);
            }
        }));
        LOOKS.forEach((name, looks) -> {
            if (looks.matcher(text).find()) {
                found.add(name + " in " + file);
            }
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
