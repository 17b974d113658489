package io.jenkins.plugins.azml.emulator.store;

/** What is stored. Names of versions and deployments hold their parent: {@code name/version}, {@code endpoint/deployment}. */
public enum Kind {
    DATASTORE("datastores", ""),
    PENDING_UPLOAD("pendingUploads", ""),
    CODE("codes", "versions"),
    DATA("data", "versions"),
    ENVIRONMENT("environments", "versions"),
    MODEL("models", "versions"),
    COMPUTE("computes", ""),
    JOB("jobs", ""),
    ENDPOINT("onlineEndpoints", ""),
    DEPLOYMENT("onlineEndpoints", "deployments"),
    OPERATION("operations", "");

    private final String collection;
    private final String children;

    Kind(String collection, String children) {
        this.collection = collection;
        this.children = children;
    }

    /** The path's segment in front of the name. */
    public String collection() {
        return collection;
    }

    /** The path's segment between the two parts of a name; empty for a kind without a parent. */
    public String children() {
        return children;
    }
}
