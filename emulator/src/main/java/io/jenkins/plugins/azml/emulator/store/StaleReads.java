package io.jenkins.plugins.azml.emulator.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A store that can answer, for one piece of work, as if the last write of each resource had not arrived yet. */
public final class StaleReads implements Store {
    private final Store store;
    private final Map<ResourceKey, Optional<Resource>> previous = new HashMap<>();
    private boolean stale;

    public StaleReads(Store store) {
        this.store = store;
    }

    /** Another that has the same writes behind it, over a copy of the store. */
    public StaleReads copy(Store copied) {
        StaleReads copy = new StaleReads(copied);
        copy.previous.putAll(previous);
        return copy;
    }

    /** Does reading work on what was there before the last writes. */
    public <T> T reading(Supplier<T> work) {
        stale = true;
        try {
            return work.get();
        } finally {
            stale = false;
        }
    }

    /** From here on, what was written so far has arrived everywhere. */
    public void settle() {
        previous.clear();
    }

    @Override
    public Optional<Resource> find(ResourceKey key) {
        Optional<Resource> before = stale ? previous.get(key) : null;
        return before == null ? store.find(key) : before.map(Resource::copy);
    }

    @Override
    public List<Resource> list(String workspace, Kind kind) {
        List<Resource> current = store.list(workspace, kind);
        return stale ? current.stream().flatMap(this::before).toList() : current;
    }

    private Stream<Resource> before(Resource current) {
        return previous.getOrDefault(current.key(), Optional.of(current)).map(Resource::copy).stream();
    }

    @Override
    public void save(Resource resource) {
        previous.put(resource.key(), store.find(resource.key()));
        store.save(resource);
    }

    @Override
    public void delete(ResourceKey key) {
        previous.put(key, store.find(key));
        store.delete(key);
    }

    @Override
    public void record(LedgerEntry entry) {
        store.record(entry);
    }

    @Override
    public List<LedgerEntry> ledger() {
        return store.ledger();
    }

    @Override
    public void clear() {
        previous.clear();
        store.clear();
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        return store.atomically(work);
    }

    @Override
    public void close() {
        store.close();
    }
}
