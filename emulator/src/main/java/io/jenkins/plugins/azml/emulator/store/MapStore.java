package io.jenkins.plugins.azml.emulator.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A store in memory. It does not undo: operations check before they write. */
public final class MapStore implements Store {
    private final Map<String, Map<Kind, Map<String, Resource>>> resources = new HashMap<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();

    /** Another store with the same content, which goes its own way. */
    public MapStore copy() {
        MapStore copy = new MapStore();
        // What is kept is never changed: resources are copied on their way in and out.
        resources.forEach((workspace, kinds) ->
                kinds.forEach((kind, named) -> copy.all(workspace, kind).putAll(named)));
        copy.ledger.addAll(ledger);
        return copy;
    }

    @Override
    public Optional<Resource> find(ResourceKey key) {
        return Optional.ofNullable(all(key.workspace(), key.kind()).get(key.name()))
                .map(Resource::copy);
    }

    @Override
    public List<Resource> list(String workspace, Kind kind) {
        return all(workspace, kind).values().stream().map(Resource::copy).toList();
    }

    @Override
    public void save(Resource resource) {
        ResourceKey key = resource.key();
        all(key.workspace(), key.kind()).put(key.name(), resource.copy());
    }

    @Override
    public void delete(ResourceKey key) {
        all(key.workspace(), key.kind()).remove(key.name());
    }

    @Override
    public void record(LedgerEntry entry) {
        ledger.add(entry);
    }

    @Override
    public List<LedgerEntry> ledger() {
        return List.copyOf(ledger);
    }

    @Override
    public void clear() {
        resources.clear();
        ledger.clear();
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void close() {}

    private Map<String, Resource> all(String workspace, Kind kind) {
        return resources
                .computeIfAbsent(workspace, name -> new EnumMap<>(Kind.class))
                .computeIfAbsent(kind, name -> new LinkedHashMap<>());
    }
}
