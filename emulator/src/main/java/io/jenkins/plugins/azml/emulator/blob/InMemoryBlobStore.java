package io.jenkins.plugins.azml.emulator.blob;

import io.jenkins.plugins.azml.emulator.blob.MemoryBlob.BlobType;
import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Storage accounts in memory, for use by one thread. Any account name is an account; its key is derived from the name. */
public final class InMemoryBlobStore implements BlobStore {
    private final Map<Container, NavigableMap<String, MemoryBlob>> containers = new HashMap<>();
    private final EmulatorClock clock;
    private final URI base;
    private final BlobEndpoint endpoint;
    private long writes;

    /** @param base scheme and authority of the blob host */
    public InMemoryBlobStore(URI base, EmulatorClock clock) {
        this.base = base;
        this.clock = clock;
        this.endpoint = new BlobEndpoint(this, clock);
    }

    /** Another store with the same content, which goes its own way. */
    public InMemoryBlobStore copy(EmulatorClock other) {
        InMemoryBlobStore copy = new InMemoryBlobStore(base, other);
        containers.forEach((container, named) -> copy.containers.put(container, new TreeMap<>(named)));
        copy.writes = writes;
        return copy;
    }

    /** Answers one request of the Blob REST protocol. */
    public Reply handle(Request request) {
        return endpoint.handle(request);
    }

    /** The name of the operation that a request asks for, with {@code Blob_} or {@code Container_} in front. */
    public String operation(Request request) {
        return endpoint.operation(request);
    }

    @Override
    public void start() {}

    @Override
    public URI url(Container container) {
        return base.resolve("/" + container.account() + "/" + container.name());
    }

    @Override
    public String accountKey(String account) {
        return Base64.getEncoder().encodeToString(("key of " + account).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String sign(Container container, Set<SasPermission> permissions, Instant expiry) {
        return Sas.sign(container, accountKey(container.account()), permissions, expiry);
    }

    @Override
    public void createContainer(Container container) {
        containers.computeIfAbsent(container, name -> new TreeMap<>());
    }

    @Override
    public void put(Container container, String blob, byte[] content) {
        save(container, blob, block(content, Map.of()));
    }

    @Override
    public void append(Container container, String blob, byte[] content) {
        MemoryBlob before = find(container, blob).orElseGet(() -> fresh(BlobType.AppendBlob, new byte[0], Map.of()));
        save(container, blob, before.followedBy(content, clock.instant(), ++writes));
    }

    @Override
    public Optional<byte[]> read(Container container, String blob) {
        return find(container, blob).map(MemoryBlob::content);
    }

    @Override
    public List<BlobItem> list(Container container, String prefix) {
        return blobs(container).tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> item(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void delete(Container container, String blob) {
        blobs(container).remove(blob);
    }

    @Override
    public void close() {
        containers.clear();
    }

    boolean exists(Container container) {
        return containers.containsKey(container);
    }

    Optional<MemoryBlob> find(Container container, String blob) {
        return Optional.ofNullable(blobs(container).get(blob));
    }

    void save(Container container, String name, MemoryBlob blob) {
        createContainer(container);
        blobs(container).put(name, blob);
    }

    MemoryBlob block(byte[] content, Map<String, String> metadata) {
        return fresh(BlobType.BlockBlob, content, metadata);
    }

    MemoryBlob fresh(BlobType type, byte[] content, Map<String, String> metadata) {
        return new MemoryBlob(type, content, metadata, clock.instant(), ++writes, Optional.empty());
    }

    long nextVersion() {
        return ++writes;
    }

    private NavigableMap<String, MemoryBlob> blobs(Container container) {
        NavigableMap<String, MemoryBlob> blobs = containers.get(container);
        return blobs == null ? new TreeMap<>() : blobs;
    }

    private static BlobItem item(String name, MemoryBlob blob) {
        return new BlobItem(name, blob.content().length, blob.modified());
    }
}
