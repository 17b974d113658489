package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.clock.ExclusiveClock;
import io.jenkins.plugins.azml.emulator.clock.SystemClock;
import io.jenkins.plugins.azml.emulator.cloud.Addresses;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Exclusive;
import io.jenkins.plugins.azml.emulator.cloud.Ids;
import io.jenkins.plugins.azml.emulator.cloud.Scope;
import io.jenkins.plugins.azml.emulator.cloud.Settings;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import io.jenkins.plugins.azml.emulator.runtime.Secrets;
import io.jenkins.plugins.azml.emulator.security.CertificateAuthority;
import io.jenkins.plugins.azml.emulator.security.Door;
import io.jenkins.plugins.azml.emulator.security.TokenAuthority;
import io.jenkins.plugins.azml.emulator.store.StaleReads;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Azure Machine Learning on loopback, in this process and its children. */
public final class Emulator implements AutoCloseable {
    private static final Duration SHORTEST_OPERATION = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int PAGE_SIZE = 100;

    private final Resources resources;
    private final Ready ready;

    private Emulator(Resources resources, Ready ready) {
        this.resources = resources;
        this.ready = ready;
    }

    /** An emulator in one object, made in milliseconds, with two workspaces {@code dev} and {@code prod}. */
    public static InMemoryEmulator inMemory(long seed) {
        return new InMemoryEmulator(seed);
    }

    /**
     * Starts an emulator and returns when it answers. What an earlier one left in the folder is there again; jobs that
     * ran when it ended are failed.
     *
     * @throws IllegalStateException when another emulator runs in the folder
     * @throws java.io.UncheckedIOException when a port is taken or a file cannot be written; names it
     */
    public static Emulator start(EmulatorOptions options) {
        Resources resources = Resources.open(options);
        try {
            return new Emulator(resources, run(options, resources));
        } catch (RuntimeException failed) {
            resources.close();
            throw failed;
        }
    }

    /** Where it is, and the secret of its identity endpoint. */
    public Ready ready() {
        return ready;
    }

    /** Ends everything that was started, in order, and tells nobody that it is ready any more. */
    @Override
    public void close() {
        resources.close();
    }

    private static Ready run(EmulatorOptions options, Resources resources) {
        SecureRandom random = new SecureRandom();
        Ids ids = new Ids(random);
        Exclusive exclusive = new Exclusive();
        EmulatorClock clock = resources.keep(new ExclusiveClock(new SystemClock(), exclusive::run));
        CertificateAuthority authority =
                CertificateAuthority.in(options.folder().resolve("tls"), clock);
        TokenAuthority tokens = new TokenAuthority(ids.bytes(32), clock);
        Listeners listeners = resources.listen(authority.serving());
        Addresses addresses = listeners.addresses();
        Parts parts = resources.keep(
                options.twins()
                        ? TwinParts.create(listeners.blobAddress(), clock)
                        : new RealParts(options, resources, authority, tokens, clock).create(addresses));
        parts.start();
        StaleReads store = resources.keep(new StaleReads(resources.store()));
        Cloud cloud = new Cloud(
                settings(options),
                addresses,
                exclusive,
                store,
                clock,
                ids,
                tokens,
                parts.blobs(),
                parts.tracking(),
                parts.jobs(),
                parts.scoring());
        Assembly assembly = new Assembly(cloud);
        assembly.resume();
        URI blobs =
                URI.create("https://" + parts.blobs().url(Cloud.blobstore("x")).getAuthority());
        // Kept over restarts: who waits for the emulator to come back may ask for a fresh token.
        String identityHeader = Secrets.of(options.folder()).key("identity header");
        Door door = new Door(
                addresses.secure(),
                addresses.plain(),
                options.twins() ? List.of(blobs) : List.of(),
                tokens,
                identityHeader);
        listeners.open(assembly.gateway(door, store, parts.blobsHere())::handle);
        return resources.announce(ready(options, addresses, blobs, authority, identityHeader));
    }

    private static Settings settings(EmulatorOptions options) {
        return new Settings(
                Scope.local(), options.workspaces(), options.loose(), PAGE_SIZE, SHORTEST_OPERATION, RETRY_AFTER);
    }

    private static Ready ready(
            EmulatorOptions options,
            Addresses addresses,
            URI blobs,
            CertificateAuthority authority,
            String identityHeader) {
        return new Ready(
                ProcessHandle.current().pid(),
                Ready.startOf(ProcessHandle.current()),
                addresses.secure(),
                addresses.plain(),
                blobs,
                authority.file(),
                identityHeader,
                Scope.local().subscription(),
                Scope.local().resourceGroup(),
                options.workspaces());
    }
}
