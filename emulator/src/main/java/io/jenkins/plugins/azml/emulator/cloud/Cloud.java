package io.jenkins.plugins.azml.emulator.cloud;

import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.jobs.JobRunner;
import io.jenkins.plugins.azml.emulator.mlflow.TrackingStore;
import io.jenkins.plugins.azml.emulator.security.TokenAuthority;
import io.jenkins.plugins.azml.emulator.serving.ScoringHost;
import io.jenkins.plugins.azml.emulator.store.Store;

/** The servers and sources that the operations work with. */
public record Cloud(
        Settings settings,
        Addresses addresses,
        Exclusive exclusive,
        Store store,
        EmulatorClock clock,
        Ids ids,
        TokenAuthority tokens,
        BlobStore blobs,
        TrackingStore tracking,
        JobRunner jobs,
        ScoringHost scoring) {
    /** The end of an account's name in the address that clients build for it. */
    public static final String ACCOUNT_SUFFIX = ".blob.core.windows.net";

    private static final String ARTIFACTS = "azureml";
    private static final String BLOBS = "azureml-blobstore";

    /** The name of a workspace's storage account, without the suffix. */
    public static String accountName(String workspace) {
        return "azml" + workspace;
    }

    /** The account as the blob server knows it. */
    public static String account(String workspace) {
        return accountName(workspace) + ACCOUNT_SUFFIX;
    }

    /** The container of {@code workspaceartifactstore}: what jobs leave behind. */
    public static Container artifacts(String workspace) {
        return new Container(account(workspace), ARTIFACTS);
    }

    /** The container of {@code workspaceblobstore}, the default datastore. */
    public static Container blobstore(String workspace) {
        return new Container(account(workspace), BLOBS);
    }
}
