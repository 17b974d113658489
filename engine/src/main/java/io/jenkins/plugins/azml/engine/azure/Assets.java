package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Call;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Assets with versions, which the service treats alike: data, environments, models. */
public final class Assets {
    private final Workspace workspace;
    private final String collection;
    private final String noun;

    Assets(Workspace workspace, String collection, String noun) {
        this.workspace = workspace;
        this.collection = collection;
        this.noun = noun;
    }

    /** One version, as the service gives it. */
    public record Version(
            String id, String version, Map<String, String> tags, Map<String, String> properties, JsonObject body) {}

    public Optional<Version> find(String name, String version) {
        return workspace.find(Call.get("read " + noun + " '" + name + ":" + version + "'", one(name, version))
                .yielding(Assets::version));
    }

    /** The version that was made last: what the label {@code @latest} means. */
    public Optional<Version> latest(String name) {
        URI url = workspace.url("/" + collection + "/{}/versions?$orderBy=createdtime%20desc&$top=1", name);
        return workspace
                .find(Call.get("look for the latest version of " + noun + " '" + name + "'", url)
                        .yielding(Assets::versions))
                .flatMap(versions -> versions.stream().findFirst());
    }

    /** All versions, newest first where the service orders them; pages that lead in a circle are read once. */
    public List<Version> list(String name) {
        List<Version> versions = new ArrayList<>();
        Optional<URI> url = Optional.of(workspace.url("/" + collection + "/{}/versions", name));
        Set<URI> seen = new HashSet<>();
        while (url.isPresent() && seen.add(url.get())) {
            Optional<Page> page = workspace.find(Call.get("list the versions of " + noun + " '" + name + "'", url.get())
                    .yielding(Assets::page));
            page.ifPresent(found -> versions.addAll(found.versions()));
            url = page.flatMap(Page::next);
        }
        return versions;
    }

    /** The number that the service would give the next version; 1 if there is none yet. */
    public String nextVersion(String name) {
        return workspace
                .find(Call.get("read " + noun + " '" + name + "'", workspace.url("/" + collection + "/{}", name))
                        .yielding(container -> container.needString("properties", "nextVersion")))
                .orElse("1");
    }

    public Version put(String name, String version, Map<String, ?> body) {
        return workspace.send(Call.put("register " + noun + " '" + name + ":" + version + "'", one(name, version), body)
                .yielding(Assets::version));
    }

    private URI one(String name, String version) {
        return workspace.url("/" + collection + "/{}/versions/{}", name, version);
    }

    private record Page(List<Version> versions, Optional<URI> next) {}

    private static Page page(JsonObject json) {
        return new Page(versions(json), json.address("nextLink"));
    }

    private static List<Version> versions(JsonObject page) {
        return page.needObjects("value").stream().map(Assets::version).toList();
    }

    private static Version version(JsonObject json) {
        JsonObject properties = json.need("properties");
        return new Version(
                json.needString("id"),
                json.string("name").orElse(""),
                properties.texts("tags"),
                properties.texts("properties"),
                properties);
    }
}
