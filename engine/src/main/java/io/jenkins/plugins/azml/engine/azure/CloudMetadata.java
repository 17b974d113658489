package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Body;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which cloud the environment names: by {@code AZUREML_CURRENT_CLOUD}, by {@code ARM_CLOUD_METADATA_URL}, or the public one. */
public final class CloudMetadata {
    private static final String URL = "ARM_CLOUD_METADATA_URL";
    private static final String NAME = "AZUREML_CURRENT_CLOUD";
    private static final String LOGIN = "AZURE_AUTHORITY_HOST";
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,252}");

    private final Map<String, String> environment;
    private final Transport transport;

    /** @param transport asked only if {@code ARM_CLOUD_METADATA_URL} is set */
    public CloudMetadata(Map<String, String> environment, Transport transport) {
        this.environment = Map.copyOf(environment);
        this.transport = transport;
    }

    /**
     * The cloud that the environment names.
     *
     * @throws ProblemException INVALID_ARGUMENT, UNREACHABLE or UNREADABLE_ANSWER
     */
    public Cloud cloud() {
        String name = value(NAME);
        Cloud cloud = Cloud.wellKnown(name).orElseGet(() -> value(URL).isEmpty() ? usual(name) : described(name));
        String login = value(LOGIN);
        return login.isEmpty() ? cloud : cloud.signingInAt(https(LOGIN, login));
    }

    private static Cloud usual(String name) {
        if (name.isEmpty()) {
            return Cloud.PUBLIC;
        }
        throw Problem.of(
                        ProblemCode.INVALID_ARGUMENT,
                        NAME + " is '" + name + "'; expected one of "
                                + String.join(
                                        ", ",
                                        Cloud.wellKnown().stream()
                                                .map(Cloud::name)
                                                .toList())
                                + ", or " + URL + " set to where it is described")
                .asException();
    }

    private Cloud described(String name) {
        URI metadata = https(URL, value(URL));
        try {
            return entries(fetched(metadata)).stream()
                    .filter(entry ->
                            name.isEmpty() || name.equals(entry.string("name").orElse("")))
                    .flatMap(entry -> read(entry, metadata).stream())
                    .findFirst()
                    .orElseThrow(() -> new JsonException("no entry whose 'resourceManager' is on "
                            + metadata.getRawAuthority() + " and whose addresses are all https"));
        } catch (IOException e) {
            throw problem(ProblemCode.UNREACHABLE, metadata, e);
        } catch (JsonException e) {
            throw problem(ProblemCode.UNREADABLE_ANSWER, metadata, e);
        }
    }

    private byte[] fetched(URI metadata) throws IOException {
        var request = new Transport.Request("GET", metadata, Map.of(), Body.none(), DEADLINE);
        try (Transport.Response answer = transport.send(request)) {
            if (answer.status() != 200) {
                throw new IOException("HTTP " + answer.status());
            }
            return answer.body().readNBytes(LONGEST_ANSWER);
        }
    }

    private static List<JsonObject> entries(byte[] text) {
        Object document = Json.read(text);
        return new JsonObject(
                        Collections.singletonMap("clouds", document instanceof Map ? List.of(document) : document))
                .objects("clouds");
    }

    private static Optional<Cloud> read(JsonObject entry, URI metadata) {
        Optional<URI> resourceManager = https(entry.string("resourceManager"))
                .filter(url -> authority(url).equals(authority(metadata)));
        Optional<URI> login = https(entry.string("authentication", "loginEndpoint"));
        Optional<URI> portal = https(entry.string("portal"));
        Optional<String> storage = entry.string("suffixes", "storage")
                .filter(suffix -> HOST_NAME.matcher(suffix).matches());
        if (resourceManager.isEmpty() || login.isEmpty() || portal.isEmpty() || storage.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Cloud.wellKnown().stream()
                .filter(known -> known.resourceManager().equals(resourceManager.get()))
                .findFirst()
                .orElseGet(() -> cloud(
                        entry.string("name").orElse(""),
                        resourceManager.get(),
                        login.get(),
                        portal.get(),
                        storage.get())));
    }

    /** A private cloud; one on loopback serves everything itself. */
    private static Cloud cloud(String name, URI resourceManager, URI login, URI portal, String storage) {
        String studio = "ml.azure." + portalSuffix(portal);
        boolean servesAll = Hosts.isLoopback(resourceManager.getHost());
        return new Cloud(
                name,
                resourceManager,
                login,
                URI.create("https://" + studio),
                storage,
                servesAll ? "" : ".api." + studio,
                servesAll ? "" : ".inference." + studio);
    }

    /** {@code portal.azure.com} is {@code com}: the rule of the official clients. */
    private static String portalSuffix(URI portal) {
        String[] labels = portal.getHost().split("\\.", 3);
        return labels.length == 3 ? labels[2] : "com";
    }

    private static Optional<URI> https(Optional<String> text) {
        return text.flatMap(CloudMetadata::url)
                .filter(url ->
                        "https".equals(url.getScheme()) && url.getHost() != null && url.getRawUserInfo() == null);
    }

    private static URI https(String variable, String value) {
        return https(Optional.of(value))
                .orElseThrow(() -> Problem.of(
                                ProblemCode.INVALID_ARGUMENT,
                                variable + " is '" + Redaction.line(value, 200) + "'; expected an https address")
                        .asException());
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String authority(URI url) {
        return url.getHost().toLowerCase(Locale.ROOT) + ":" + (url.getPort() == -1 ? 443 : url.getPort());
    }

    private static ProblemException problem(ProblemCode code, URI metadata, Exception cause) {
        return new ProblemException(
                Problem.of(
                        code,
                        "could not read the cloud's addresses from " + Url.shown(metadata) + ", which " + URL
                                + " names: " + Redaction.line(String.valueOf(cause.getMessage()), 200)),
                cause);
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
