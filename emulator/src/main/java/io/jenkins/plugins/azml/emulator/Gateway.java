package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.admin.LoggedRequest;
import io.jenkins.plugins.azml.emulator.admin.RequestLog;
import io.jenkins.plugins.azml.emulator.blob.InMemoryBlobStore;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.faults.Fault;
import io.jenkins.plugins.azml.emulator.faults.Faults;
import io.jenkins.plugins.azml.emulator.faults.Work;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.http.Router;
import io.jenkins.plugins.azml.emulator.security.Door;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The one way in: every request, over a socket or in the process, goes through here. */
final class Gateway {
    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

    /** What was asked for in the log when nothing could be found out. */
    private static final String UNKNOWN = "";

    /** The emulator's own operations are how faults are taken back, so they meet none. */
    private static final String OWN = "Emulator_";

    private final Cloud cloud;
    private final Door door;
    private final Router router;
    private final Faults faults;
    private final RequestLog log;
    private final Execution execution;
    private final Optional<InMemoryBlobStore> blobs;

    /** @param blobs the blob host, when it is answered here and not by a server of its own */
    Gateway(
            Cloud cloud,
            Door door,
            Router router,
            Faults faults,
            RequestLog log,
            Execution execution,
            Optional<InMemoryBlobStore> blobs) {
        this.cloud = cloud;
        this.door = door;
        this.router = router;
        this.faults = faults;
        this.log = log;
        this.execution = execution;
        this.blobs = blobs;
    }

    Reply handle(Request request) {
        Served served = serve(request);
        log.add(new LoggedRequest(
                cloud.clock().instant(),
                request.method(),
                request.path(),
                served.operation(),
                served.reply().status(),
                Execution.hash(request.body()),
                served.fault()));
        return served.reply().with("x-ms-request-id", cloud.ids().guid());
    }

    private Served serve(Request request) {
        String operation = UNKNOWN;
        try {
            URI address = door.address(request);
            if (isBlobHost(address)) {
                return meet(
                        blobs.orElseThrow().operation(request),
                        request,
                        () -> execution.alone(() -> blobs.orElseThrow().handle(request)));
            }
            Router.Match match = router.match(request);
            operation = match.route().operation();
            door.check(request, match.route(), address);
            return meet(operation, request, () -> mapped(() -> execution.run(request, match)));
        } catch (ArmError refusal) {
            return new Served(operation, refusal.reply(), UNKNOWN);
        }
    }

    private boolean isBlobHost(URI address) {
        return blobs.isPresent()
                && !address.equals(cloud.addresses().secure())
                && !address.equals(cloud.addresses().plain());
    }

    private Served meet(String operation, Request request, Supplier<Reply> work) {
        Optional<Fault> fault = operation.startsWith(OWN) ? Optional.empty() : faults.meet(operation, request);
        Reply reply = fault.map(met -> met.effect().apply(atTheMercy(work))).orElseGet(work);
        return new Served(operation, reply, fault.map(Fault::name).orElse(UNKNOWN));
    }

    private Work atTheMercy(Supplier<Reply> work) {
        return new Work() {
            @Override
            public Reply run() {
                return work.get();
            }

            @Override
            public Reply runStale() {
                return execution.stale(work);
            }

            @Override
            public void runLater(Duration delay) {
                cloud.clock().after(delay, () -> {
                    Reply unheard = work.get();
                    LOG.log(System.Logger.Level.DEBUG, "a late request was answered {0}", unheard.status());
                });
            }
        };
    }

    /** The one place where a failure becomes an answer. */
    private static Reply mapped(Supplier<Reply> work) {
        try {
            return work.get();
        } catch (ArmError refusal) {
            return refusal.reply();
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "an operation failed", bug);
            return new ArmError(500, "InternalServerError", "The emulator failed: " + bug).reply();
        }
    }

    private record Served(String operation, Reply reply, String fault) {}
}
