package io.jenkins.plugins.azml.emulator.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Resources and the ledger. Its caller lets one thread in at a time; what is returned may be changed freely. */
public interface Store extends AutoCloseable {
    Optional<Resource> find(ResourceKey key);

    /** All of a kind in a workspace, the first created first. */
    List<Resource> list(String workspace, Kind kind);

    /** Adds the resource or replaces it at its place. */
    void save(Resource resource);

    void delete(ResourceKey key);

    void record(LedgerEntry entry);

    /** All entries, the oldest first. */
    List<LedgerEntry> ledger();

    /** Forgets everything. */
    void clear();

    /** Does the work so that all of it is kept, or nothing when it throws. */
    <T> T atomically(Supplier<T> work);

    @Override
    void close();
}
