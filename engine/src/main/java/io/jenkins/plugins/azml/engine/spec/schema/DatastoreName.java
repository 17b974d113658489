package io.jenkins.plugins.azml.engine.spec.schema;

/** The datastore for an upload: what the file says, with or without {@code azureml:}, or the workspace's own. */
final class DatastoreName {
    private static final String DEFAULT = "workspaceblobstore";

    private DatastoreName() {}

    static String of(Fields fields) {
        String written = fields.text("datastore").orElse(DEFAULT);
        return written.startsWith(AssetReference.PREFIX) ? written.substring(AssetReference.PREFIX.length()) : written;
    }
}
