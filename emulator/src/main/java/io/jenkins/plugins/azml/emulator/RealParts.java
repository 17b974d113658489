package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.asset.BlobUris;
import io.jenkins.plugins.azml.emulator.blob.Azurite;
import io.jenkins.plugins.azml.emulator.blob.AzuriteBlobStore;
import io.jenkins.plugins.azml.emulator.blob.AzuriteOptions;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.cloud.Addresses;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Scope;
import io.jenkins.plugins.azml.emulator.install.InstallCache;
import io.jenkins.plugins.azml.emulator.install.Installer;
import io.jenkins.plugins.azml.emulator.install.ToolCheck;
import io.jenkins.plugins.azml.emulator.jobs.LocalJobRunner;
import io.jenkins.plugins.azml.emulator.mlflow.MlflowTrackingStore;
import io.jenkins.plugins.azml.emulator.mlflow.TrackingAccess;
import io.jenkins.plugins.azml.emulator.process.ChildEnvironment;
import io.jenkins.plugins.azml.emulator.python.PythonEnvironments;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import io.jenkins.plugins.azml.emulator.runtime.Secrets;
import io.jenkins.plugins.azml.emulator.security.CertificateAuthority;
import io.jenkins.plugins.azml.emulator.security.TokenAuthority;
import io.jenkins.plugins.azml.emulator.serving.LocalScoringHost;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parts that run: Azurite, an MLflow server, jobs and deployments as processes. */
final class RealParts {
    private static final int JOBS_AT_ONCE = 2;

    /** Longer than a job may reasonably run. */
    private static final Duration LIFE_OF_A_JOBS_TOKEN = Duration.ofDays(7);

    private final EmulatorOptions options;
    private final Resources resources;
    private final CertificateAuthority authority;
    private final TokenAuthority tokens;
    private final EmulatorClock clock;
    private final ChildEnvironment variables = ChildEnvironment.ofThisProcess();

    RealParts(
            EmulatorOptions options,
            Resources resources,
            CertificateAuthority authority,
            TokenAuthority tokens,
            EmulatorClock clock) {
        this.options = options;
        this.resources = resources;
        this.authority = authority;
        this.tokens = tokens;
        this.clock = clock;
    }

    Parts create(Addresses addresses) {
        InstallCache cache = InstallCache.ofUser(System.getenv());
        Installer installer = new Installer(variables, resources.children());
        ToolCheck tools = new ToolCheck(variables, resources.children());
        PythonHost python =
                new PythonHost(new PythonEnvironments(cache, installer, tools), resources.children(), variables);
        BlobStore blobs =
                new AzuriteBlobStore(azurite(), new Azurite(cache, installer, tools), resources.children(), variables);
        MlflowTrackingStore tracking = new MlflowTrackingStore(
                resources.folder().resolve("mlflow"),
                blobs,
                (workspace, run) -> BlobUris.artifacts(new ResourceKey(workspace, Kind.JOB, run)),
                new Access(addresses),
                clock,
                python);
        return new Parts(
                blobs,
                tracking,
                new LocalJobRunner(resources.folder().resolve("jobs"), JOBS_AT_ONCE, blobs, python),
                new LocalScoringHost(resources.folder().resolve("serving"), blobs, python),
                Optional.empty());
    }

    private AzuriteOptions azurite() {
        Secrets secrets = Secrets.of(resources.folder());
        Map<String, String> keys = new HashMap<>();
        options.workspaces()
                .forEach(workspace -> keys.put(Cloud.account(workspace), secrets.key(Cloud.account(workspace))));
        return new AzuriteOptions(
                resources.folder().resolve("blobs"),
                resources.ports().blobs(),
                keys,
                authority.certificate(),
                authority.key(),
                authority.file(),
                authority.trusting());
    }

    /** How a job reaches the tracking store: by the same address as everybody else. */
    private final class Access implements TrackingAccess {
        private final Addresses addresses;

        Access(Addresses addresses) {
            this.addresses = addresses;
        }

        @Override
        public URI trackingUri(String workspace) {
            return URI.create(addresses.secureUrl("/mlflow/v2.0" + new Arm(Scope.local()).workspaceId(workspace)));
        }

        @Override
        public String token() {
            return tokens.issue(addresses.secure().toString(), LIFE_OF_A_JOBS_TOKEN);
        }

        @Override
        public Optional<Path> authority() {
            return Optional.of(authority.file());
        }
    }
}
