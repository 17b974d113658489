package io.jenkins.plugins.azml.emulator.blob;

import io.jenkins.plugins.azml.emulator.blob.BlobEndpoint.Target;
import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.http.Headers;
import io.jenkins.plugins.azml.emulator.http.Query;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asynchronous copies inside the store: pending at first, done a little later. A source elsewhere is never fetched. */
final class BlobCopies {
    private static final Duration TIME_OF_A_COPY = Duration.ofSeconds(2);

    private final InMemoryBlobStore store;
    private final EmulatorClock clock;

    BlobCopies(InMemoryBlobStore store, EmulatorClock clock) {
        this.store = store;
        this.clock = clock;
    }

    Reply start(Request request, Target target) {
        MemoryBlob source = source(URI.create(request.header("x-ms-copy-source").orElseThrow()));
        if (request.header("If-None-Match").filter("*"::equals).isPresent()
                && store.find(target.container(), target.blob()).isPresent()) {
            throw new BlobError(409, "BlobAlreadyExists", "The specified blob already exists.");
        }
        String id = "copy-" + store.nextVersion();
        store.save(target.container(), target.blob(), copy(new byte[0], source, id, "pending"));
        clock.after(TIME_OF_A_COPY, () -> finish(target, source, id));
        return Reply.empty(202).with("x-ms-copy-id", id).with("x-ms-copy-status", "pending");
    }

    private void finish(Target target, MemoryBlob source, String id) {
        boolean stillPending = store.find(target.container(), target.blob())
                .flatMap(MemoryBlob::copy)
                .filter(copy -> copy.id().equals(id))
                .isPresent();
        if (stillPending) {
            store.save(target.container(), target.blob(), copy(source.content(), source, id, "success"));
        }
    }

    private MemoryBlob copy(byte[] content, MemoryBlob source, String id, String status) {
        return new MemoryBlob(
                source.type(),
                content,
                source.metadata(),
                clock.instant(),
                store.nextVersion(),
                Optional.of(new MemoryBlob.Copy(id, status)));
    }

    private MemoryBlob source(URI uri) {
        Request read =
                new Request("GET", uri.getRawPath(), Query.parse(uri.getRawQuery()), Headers.none(), new byte[0]);
        Target target = BlobEndpoint.target(read);
        String key = store.accountKey(target.container().account());
        if (!store.url(target.container()).getAuthority().equals(uri.getAuthority())
                || !Sas.allows(read, target.container(), key, SasPermission.READ, clock.instant())) {
            throw new BlobError(403, "CannotVerifyCopySource", "The copy source may not be read.");
        }
        return store.find(target.container(), target.blob())
                .orElseThrow(() -> new BlobError(404, "CannotVerifyCopySource", "The copy source does not exist."));
    }
}
