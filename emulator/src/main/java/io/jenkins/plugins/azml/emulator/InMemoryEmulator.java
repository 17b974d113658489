package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.admin.LoggedRequest;
import io.jenkins.plugins.azml.emulator.blob.InMemoryBlobStore;
import io.jenkins.plugins.azml.emulator.clock.VirtualClock;
import io.jenkins.plugins.azml.emulator.cloud.Addresses;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Exclusive;
import io.jenkins.plugins.azml.emulator.cloud.Ids;
import io.jenkins.plugins.azml.emulator.cloud.Scope;
import io.jenkins.plugins.azml.emulator.cloud.Settings;
import io.jenkins.plugins.azml.emulator.faults.Faults;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.jobs.ScriptedJobs;
import io.jenkins.plugins.azml.emulator.mlflow.InMemoryTracking;
import io.jenkins.plugins.azml.emulator.security.Door;
import io.jenkins.plugins.azml.emulator.security.TokenAuthority;
import io.jenkins.plugins.azml.emulator.serving.ScriptedScoring;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.LedgerEntry;
import io.jenkins.plugins.azml.emulator.store.MapStore;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.StaleReads;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The emulator in one object: no thread, no socket, no file, time that stands still until it is moved. The same seed
 * and the same calls give the same answers and the same ledger. For use by one thread.
 */
public final class InMemoryEmulator implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Addresses ADDRESSES =
            new Addresses(URI.create("https://127.0.0.1:8443"), URI.create("http://127.0.0.1:8080"));
    private static final URI BLOBS = URI.create("https://127.0.0.1:10443");
    private static final Scope SCOPE = Scope.local();

    private static final List<String> WORKSPACES = List.of("dev", "prod");

    private final VirtualClock clock;
    private final InMemoryBlobStore blobs;
    private final InMemoryTracking tracking;
    private final ScriptedJobs jobs;
    private final ScriptedScoring scoring;
    private final MapStore resources;
    private final StaleReads store;
    private final TokenAuthority tokens;
    private final Assembly assembly;
    private final Gateway gateway;

    InMemoryEmulator(long seed) {
        clock = new VirtualClock(START);
        blobs = new InMemoryBlobStore(BLOBS, clock);
        tracking = new InMemoryTracking(blobs, clock);
        jobs = new ScriptedJobs(blobs, tracking, clock);
        scoring = new ScriptedScoring(blobs, clock);
        resources = new MapStore();
        store = new StaleReads(resources);
        Ids ids = new Ids(new SplittableRandom(seed));
        tokens = new TokenAuthority(ids.bytes(32), clock);
        assembly = assembly(ids);
        gateway = gateway(ids);
        assembly.resume();
        store.settle();
    }

    private InMemoryEmulator(InMemoryEmulator before, long seed) {
        clock = new VirtualClock(before.clock.instant());
        blobs = before.blobs.copy(clock);
        tracking = before.tracking.copy(blobs, clock);
        jobs = before.jobs.copy(blobs, tracking, clock);
        scoring = before.scoring.copy(blobs, clock);
        resources = before.resources.copy();
        store = before.store.copy(resources);
        Ids ids = new Ids(new SplittableRandom(seed));
        tokens = new TokenAuthority(ids.bytes(32), clock);
        assembly = assembly(ids);
        gateway = gateway(ids);
    }

    /**
     * Another emulator that has all that this one has, and goes its own way from here. Faults and the log of requests
     * stay behind.
     *
     * @param seed another one than this emulator's, or the new ids would be the old ones
     * @throws IllegalStateException when something is under way here
     */
    public InMemoryEmulator fork(long seed) {
        if (clock.next().isPresent()) {
            throw new IllegalStateException("something is under way until "
                    + clock.next().orElseThrow() + ": let the clock move beyond it, then fork the emulator");
        }
        return new InMemoryEmulator(this, seed);
    }

    private Assembly assembly(Ids ids) {
        Settings settings = new Settings(SCOPE, WORKSPACES, false, 100, Duration.ofSeconds(5), Duration.ofSeconds(2));
        return new Assembly(new Cloud(
                settings, ADDRESSES, new Exclusive(), store, clock, ids, tokens, blobs, tracking, jobs, scoring));
    }

    private Gateway gateway(Ids ids) {
        Door door = new Door(ADDRESSES.secure(), ADDRESSES.plain(), List.of(BLOBS), tokens, ids.key());
        return assembly.gateway(door, store, Optional.of(blobs));
    }

    /** Answers a request to any of the emulator's hosts; its header {@code Host} says which. */
    public Reply handle(Request request) {
        return gateway.handle(request);
    }

    /** Time has passed: what was written so far can be read everywhere, also by a read that a fault makes an old one. */
    public void arrive() {
        store.settle();
    }

    /** A token that is good for an hour of the emulator's clock. */
    public String token() {
        return tokens.issue(ADDRESSES.secure().toString());
    }

    public Scope scope() {
        return SCOPE;
    }

    public Addresses addresses() {
        return ADDRESSES;
    }

    /** Scheme and authority of the blob host. */
    public URI blobAddress() {
        return BLOBS;
    }

    public VirtualClock clock() {
        return clock;
    }

    public Faults faults() {
        return assembly.faults();
    }

    public InMemoryBlobStore blobs() {
        return blobs;
    }

    public InMemoryTracking tracking() {
        return tracking;
    }

    public ScriptedJobs jobs() {
        return jobs;
    }

    public ScriptedScoring scoring() {
        return scoring;
    }

    /** Every change so far, by a request or by the emulator itself. */
    public List<LedgerEntry> ledger() {
        return store.ledger();
    }

    /** Every resource of every workspace as it is now: what a check compares. */
    public List<Resource> resources() {
        return WORKSPACES.stream()
                .flatMap(
                        workspace -> Arrays.stream(Kind.values()).flatMap(kind -> store.list(workspace, kind).stream()))
                .toList();
    }

    /** Every request so far. */
    public List<LoggedRequest> requests() {
        return assembly.requests().all();
    }

    @Override
    public void close() {
        clock.close();
        blobs.close();
    }
}
