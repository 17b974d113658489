package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.EmulatorOptions.Ports;
import io.jenkins.plugins.azml.emulator.cloud.Addresses;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.server.LoopbackServer;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** The sockets of an emulator: bound first, so that everything else knows the addresses, open when it is ready. */
final class Listeners implements AutoCloseable {
    private volatile Function<Request, Reply> requests = Listeners::refuse;
    private final LoopbackServer secure;
    private final LoopbackServer plain;
    private final Optional<LoopbackServer> blobs;

    /** @param withBlobs whether the blob host is answered here too */
    Listeners(Ports ports, SSLContext tls, boolean withBlobs) {
        this.secure = LoopbackServer.start(ports.secure(), Optional.of(tls), this::answer);
        this.plain = LoopbackServer.start(ports.plain(), Optional.empty(), this::answer);
        this.blobs = withBlobs
                ? Optional.of(LoopbackServer.start(ports.blobs(), Optional.of(tls), this::answer))
                : Optional.empty();
    }

    Addresses addresses() {
        return new Addresses(
                URI.create("https://127.0.0.1:" + secure.port()), URI.create("http://127.0.0.1:" + plain.port()));
    }

    /** Where the blob host is answered here. */
    URI blobAddress() {
        return URI.create("https://127.0.0.1:" + blobs.orElseThrow().port());
    }

    void open(Function<Request, Reply> gateway) {
        requests = gateway;
    }

    @Override
    public void close() {
        secure.close();
        plain.close();
        blobs.ifPresent(LoopbackServer::close);
    }

    private Reply answer(Request request) {
        return requests.apply(request);
    }

    private static Reply refuse(Request early) {
        return new ArmError(503, "ServiceUnavailable", "The emulator is starting.").reply();
    }
}
