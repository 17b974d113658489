package io.jenkins.plugins.azml.engine.spec.wire;

import java.nio.file.Path;

/** Names in braces for everything that is not known before something is sent. */
public record Placeholders(String workspace, String location, String experiment) implements References {

    /** Placeholders for the workspace too. */
    public static Placeholders everywhere() {
        String workspace = "/subscriptions/{subscription}/resourceGroups/{resourceGroup}"
                + "/providers/Microsoft.MachineLearningServices/workspaces/{workspace}";
        return new Placeholders(workspace, "{location}", "{experiment}");
    }

    @Override
    public Code code(Path local) {
        return new Code("{code}", "1", "{codeUri}", "{hash}");
    }

    @Override
    public String upload(Path local, String datastore) {
        return "LocalUpload/{hash}/" + local.getFileName();
    }

    @Override
    public String version(String collection, String name) {
        return "{version}";
    }

    @Override
    public String name(String collection) {
        return "{" + singular(collection) + "}";
    }

    @Override
    public String contentName(String collection, String content) {
        return "{" + singular(collection) + "}";
    }

    private static String singular(String collection) {
        return collection.endsWith("s") ? collection.substring(0, collection.length() - 1) : collection;
    }

    @Override
    public String storageUrl(String datastore, String path) {
        return "{storage}/" + path;
    }
}
