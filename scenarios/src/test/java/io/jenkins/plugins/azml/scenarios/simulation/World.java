package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.emulator.Emulator;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.engine.azure.Cloud;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.SteadyClock;
import io.jenkins.plugins.azml.engine.rest.TokenSource;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.engine.turn.PlainHost;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.StateStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that one plan happens in: Azure, the network, the disk, the clock. For one thread. */
final class World implements AutoCloseable {
    /** The run that is simulated. */
    static final RunId RUN = new RunId("sim-1");

    private static final Hosts NOBODY = new Hosts(Set.of(), Set.of());

    private final long seed;
    private final InMemoryEmulator emulator;
    private final Disk disk;
    private final Network network;
    private final List<Event> told = new ArrayList<>();
    private final Random jitter;
    private final Sabotage sabotage;
    private final Map<String, String> trafficAtFirst;
    private InstantSource clock;
    private Duration skew = Duration.ZERO;
    private @Nullable Connection connection;

    /** A world in which nothing has happened yet. */
    World(long seed) {
        this(seed, Emulator.inMemory(seed));
    }

    /** A world in which nobody has begun a run, with an Azure that need not be empty. */
    World(long seed, InMemoryEmulator emulator) {
        this(seed, emulator, new Disk(), Sabotage.NONE);
    }

    private World(long seed, InMemoryEmulator emulator, Disk disk, Sabotage sabotage) {
        this.seed = seed;
        this.emulator = emulator;
        this.disk = disk;
        this.network = new Network(emulator, () -> disk.load(RUN));
        this.jitter = new Random(seed);
        this.trafficAtFirst = AtTheEnd.traffic(emulator);
        this.sabotage = sabotage;
        this.clock = emulator.clock();
    }

    /**
     * Another world that goes its own way from here, with everything noted anew.
     *
     * @param sabotage what is broken in the engine's protection, for mutants
     */
    World fork(Sabotage other) {
        return new World(seed, emulator.fork(seed + 1), disk.copy(), other);
    }

    /** Lets everything that is under way come to its end. */
    void settle() {
        for (var next = emulator.clock().next();
                next.isPresent();
                next = emulator.clock().next()) {
            emulator.clock().advance(Duration.between(emulator.clock().instant(), next.get()));
        }
    }

    InMemoryEmulator emulator() {
        return emulator;
    }

    Disk disk() {
        return disk;
    }

    Network network() {
        return network;
    }

    /** By endpoint, before the run that is simulated. */
    Map<String, String> trafficAtFirst() {
        return trafficAtFirst;
    }

    /** What the hosts have shown so far. */
    List<Event> told() {
        return told;
    }

    /** A new host knows nothing of what the last one had in memory. */
    int newLife() {
        connection = null;
        clock = new SteadyClock(
                () -> emulator.clock().instant().plus(skew),
                () -> emulator.clock().millis() * 1_000_000);
        return network.newLife();
    }

    /** The clock of the hosts' machine jumps. */
    void jump(Duration by) {
        skew = skew.plus(by);
    }

    /**
     * One life of a host.
     *
     * @param disk as it has seen it
     */
    record Life<S, R>(int number, Advancer<S, R> advancer, View disk) {
        /** The state that it goes by. */
        Optional<Envelope> seen() {
            return disk.seen();
        }
    }

    /** A host starts. */
    <S, R> Life<S, R> life(Subject<S, R> subject) {
        int number = newLife();
        View view = new View(sabotage.disk(disk, this));
        return new Life<>(number, advancer(RUN, subject.stage().apply(this), subject.codec(), view), view);
    }

    Workspace workspace(String name) {
        return connection()
                .workspace(new WorkspaceId(
                        emulator.scope().subscription(), emulator.scope().resourceGroup(), name));
    }

    Cloud cloud() {
        URI arm = emulator.addresses().secure();
        return new Cloud("Emulator", arm, arm, arm, "core.windows.net", "", "");
    }

    private Connection connection() {
        if (connection == null) {
            connection = connection(sabotage.network(network, this));
        }
        return connection;
    }

    /** Uploads one after the other, so that equal seeds send equal requests. */
    private Connection connection(Transport azure) {
        TokenSource tokens = fresh -> emulator.token();
        Pipeline storage = new Pipeline(azure, tokens, NOBODY, plenty(), clock);
        Pipeline service = new Pipeline(azure, tokens, cloud().tokenHosts(), plenty(), clock);
        return new Connection(cloud(), service, new Blobs(storage, 1));
    }

    private static Budget plenty() {
        return new Budget(1_000_000, 1_000_000);
    }

    <S, R> Advancer<S, R> advancer(RunId run, Stage<S, R> stage, StateCodec<S> codec) {
        return advancer(run, stage, codec, sabotage.disk(disk, this));
    }

    private <S, R> Advancer<S, R> advancer(RunId run, Stage<S, R> stage, StateCodec<S> codec, StateStore states) {
        return new Advancer<>(
                sabotage.stage(stage, this),
                codec,
                run,
                new Advancer.Surroundings(
                        states, told::add, clock, jitter, "simulation", Duration.ofMinutes(2), Duration.ofMinutes(15)));
    }

    /** Sees a stage through that comes before the one that is simulated: nothing goes wrong, nothing is noted. */
    <S, R> R before(String run, Stage<S, R> stage, StateCodec<S> codec, S first) {
        Advancer<S, R> advancer = new Advancer<>(
                stage,
                codec,
                new RunId(run),
                new Advancer.Surroundings(
                        disk,
                        event -> {},
                        emulator.clock(),
                        jitter,
                        "simulation",
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(15)));
        advancer.begin(first);
        return new PlainHost(emulator.clock()::advance).run(advancer);
    }

    /** A workspace for what comes before: by a network that nothing strikes. */
    Workspace undisturbed(String name) {
        return connection(network)
                .workspace(new WorkspaceId(
                        emulator.scope().subscription(), emulator.scope().resourceGroup(), name));
    }

    /** A hash of every change of Azure. */
    String ledger() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            emulator.ledger().forEach(entry -> hash.update(entry.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        emulator.close();
    }
}
