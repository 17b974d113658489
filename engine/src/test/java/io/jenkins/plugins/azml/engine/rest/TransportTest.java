package io.jenkins.plugins.azml.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What both transports promise, shown on loopback. */
class TransportTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();

    enum Kind {
        URL_CONNECTION {
            @Override
            Transport over(Network network) {
                return new UrlConnectionTransport(network);
            }
        },
        HTTP_CLIENT {
            @Override
            Transport over(Network network) {
                return new HttpClientTransport(network);
            }
        };

        abstract Transport over(Network network);
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void sends_the_request_and_gives_the_answer_as_it_comes(Kind kind) throws IOException {
        try (Peer peer = Peer.plain(exchange -> exchange.reply(201, "made", "X-Ms-Request-Id: 7"))) {
            var answer = send(kind, request("PUT", peer.url("/a%2Fb?c=d"), Body.of(bytes("content"))));

            assertThat(answer).isEqualTo(new Got(201, "made", "7"));
            var seen = peer.exchanges().get(0);
            assertThat(seen.line()).isEqualTo("PUT /a%2Fb?c=d HTTP/1.1");
            assertThat(seen.text()).isEqualTo("content");
            assertThat(seen.headers()).containsEntry("User-Agent", "azml/test").containsEntry("X-Mine", "yes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_part_of_a_file_is_sent_with_its_length(Kind kind) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "0123456789");
        try (Peer peer = Peer.plain(exchange -> exchange.reply(201, ""))) {
            send(kind, request("PUT", peer.url("/"), new Body.FilePart(file, 3, 4)));

            assertThat(peer.exchanges().get(0).text()).isEqualTo("3456");
            assertThat(peer.exchanges().get(0).headers()).containsEntry("Content-Length", "4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_redirect_is_an_answer_like_any_other(Kind kind) throws IOException {
        try (Peer peer = Peer.plain(exchange -> exchange.reply(307, "", "Location: /elsewhere"))) {
            assertThat(send(kind, request("GET", peer.url("/"), Body.none())).status())
                    .isEqualTo(307);
            assertThat(peer.exchanges()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "URL_CONNECTION, GET, 401", "URL_CONNECTION, GET, 404", "URL_CONNECTION, PUT, 409",
                "URL_CONNECTION, DELETE, 500",
        "HTTP_CLIENT, GET, 401", "HTTP_CLIENT, GET, 404", "HTTP_CLIENT, PUT, 409", "HTTP_CLIENT, DELETE, 500"
    })
    void an_answer_that_refuses_keeps_its_words(Kind kind, String method, int status) throws IOException {
        try (Peer peer = Peer.plain(exchange -> exchange.reply(status, "why", "WWW-Authenticate: Bearer"))) {
            var answer = send(kind, request(method, peer.url("/"), Body.none()));

            assertThat(answer).isEqualTo(new Got(status, "why", ""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_token_on_a_write_is_an_answer(Kind kind) throws IOException {
        try (Peer peer = Peer.plain(exchange -> exchange.reply(401, "why", "WWW-Authenticate: Bearer"))) {
            var answer = send(kind, request("PUT", peer.url("/"), Body.of(bytes("x"))));

            assertThat(answer.status()).isEqualTo(401);
            assertThat(peer.exchanges()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "URL_CONNECTION, PUT", "URL_CONNECTION, POST", "URL_CONNECTION, DELETE",
        "HTTP_CLIENT, PUT", "HTTP_CLIENT, POST", "HTTP_CLIENT, DELETE"
    })
    void a_write_whose_connection_dies_is_never_sent_again(Kind kind, String method) throws IOException {
        try (Peer peer = Peer.plain(Peer.Exchange::cut)) {
            assertThatThrownBy(() -> send(kind, request(method, peer.url("/"), Body.none())))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(Transport.NotSentException.class);
            assertThat(peer.exchanges()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "URL_CONNECTION, PUT", "URL_CONNECTION, POST", "URL_CONNECTION, DELETE",
        "HTTP_CLIENT, PUT", "HTTP_CLIENT, POST", "HTTP_CLIENT, DELETE"
    })
    void nor_is_one_on_a_connection_that_was_used_before(Kind kind, String method) throws IOException {
        try (Peer peer = Peer.plain(exchange -> {
            if (exchange.line().startsWith("GET")) {
                exchange.reply(200, "ok");
            } else {
                exchange.cut();
            }
        })) {
            Transport transport = kind.over(network(Map.of()));
            receive(transport, request("GET", peer.url("/"), Body.none()));

            assertThatThrownBy(() -> receive(transport, request(method, peer.url("/"), Body.of(bytes("x")))))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(Transport.NotSentException.class);
            assertThat(peer.exchanges()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_is_used_again_though_its_answer_was_not_read(Kind kind) throws IOException {
        try (Peer peer = Peer.plain(exchange -> exchange.reply(404, "x".repeat(20_000)))) {
            Transport transport = kind.over(network(Map.of()));
            for (int i = 0; i < 3; i++) {
                transport.send(request("GET", peer.url("/"), Body.none())).close();
            }

            assertThat(peer.exchanges()).hasSize(3);
            assertThat(peer.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "URL_CONNECTION, HEAD, 200",
        "URL_CONNECTION, DELETE, 204",
        "HTTP_CLIENT, HEAD, 200",
        "HTTP_CLIENT, DELETE, 204"
    })
    void an_answer_without_a_body_is_empty(Kind kind, String method, int status) throws IOException {
        String length = status == 204 ? "" : "Content-Length: 10\r\n";
        try (Peer peer = Peer.plain(exchange -> exchange.raw("HTTP/1.1 " + status + " Said\r\n" + length + "\r\n"))) {
            assertThat(send(kind, request(method, peer.url("/"), Body.none()))).isEqualTo(new Got(status, "", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "URL_CONNECTION, 'Content-Length: 10', 'half'", "URL_CONNECTION, 'Transfer-Encoding: chunked', '4\r\nhalf'",
        "HTTP_CLIENT, 'Content-Length: 10', 'half'", "HTTP_CLIENT, 'Transfer-Encoding: chunked', '4\r\nhalf'"
    })
    void an_answer_that_ends_too_early_is_lost(Kind kind, String header, String half) throws IOException {
        try (Peer peer = Peer.plain(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + half);
            exchange.close();
        })) {
            assertThatThrownBy(() -> send(kind, request("PUT", peer.url("/"), Body.none())))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(Transport.NotSentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_that_is_not_http_is_lost(Kind kind) throws IOException {
        try (Peer peer = Peer.plain(exchange -> {
            exchange.raw("220 mail.test ESMTP\r\n\r\n");
            exchange.close();
        })) {
            assertThatThrownBy(() -> send(kind, request("PUT", peer.url("/"), Body.none())))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(Transport.NotSentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"URL_CONNECTION, true", "URL_CONNECTION, false", "HTTP_CLIENT, true", "HTTP_CLIENT, false"})
    void an_answer_that_stops_is_waited_for_no_longer_than_the_deadline(Kind kind, boolean afterTheHead)
            throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (Peer peer = Peer.plain(exchange -> {
            if (afterTheHead) {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            }
            await(over);
        })) {
            Duration deadline = Duration.ofSeconds(1);
            var request = new Transport.Request("GET", peer.url("/"), Map.of(), Body.none(), deadline);

            assertThatThrownBy(() -> receive(kind.over(network(Map.of())), request))
                    .isInstanceOfAny(SocketTimeoutException.class, java.net.http.HttpTimeoutException.class)
                    .isNotInstanceOf(Transport.NotSentException.class);
            over.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_port_where_nothing_listens_is_named(Kind kind) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> send(kind, request("PUT", URI.create("http://127.0.0.1:" + port), Body.none())))
                .isInstanceOf(Transport.NotSentException.class)
                .hasMessage("nothing listens on 127.0.0.1:" + port + "; is the emulator running?");
    }

    @ParameterizedTest
    @EnumSource
    void an_authority_that_is_not_trusted_is_refused_before_anything_is_sent(Kind kind) throws IOException {
        try (Peer peer = Peer.tls(AUTHORITY.serving("127.0.0.1"), exchange -> exchange.reply(200, ""))) {
            assertThatThrownBy(() -> send(kind, request("PUT", peer.url("/"), Body.none())))
                    .isInstanceOf(Transport.NotSentException.class)
                    .hasMessageContaining("the certificate of 127.0.0.1:" + peer.port() + " is not trusted")
                    .hasMessageContaining("AZML_CA_BUNDLE");
            assertThat(peer.exchanges()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_authority_of_the_bundle_is_trusted_by_this_client_alone(Kind kind) throws Exception {
        SSLContext jvm = SSLContext.getDefault();
        Map<String, String> bundle =
                Map.of("REQUESTS_CA_BUNDLE", AUTHORITY.pemIn(folder).toString());
        try (Peer peer = Peer.tls(AUTHORITY.serving("127.0.0.1"), exchange -> exchange.reply(200, "ok"))) {
            var answer = receive(kind.over(network(bundle)), request("GET", peer.url("/"), Body.none()));

            assertThat(answer.text()).isEqualTo("ok");
            assertThat(SSLContext.getDefault()).isSameAs(jvm);
            assertThatThrownBy(() -> send(kind, request("GET", peer.url("/"), Body.none())))
                    .isInstanceOf(Transport.NotSentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_certificate_for_another_host_or_another_time_is_refused(Kind kind) throws IOException {
        Transport transport = kind.over(
                network(Map.of("AZML_CA_BUNDLE", AUTHORITY.pemIn(folder).toString())));
        SSLContext expired = AUTHORITY.servingUntil(Instant.now().minusSeconds(60), "127.0.0.1");
        try (Peer other = Peer.tls(AUTHORITY.serving("other.test"), exchange -> exchange.reply(200, ""));
                Peer late = Peer.tls(expired, exchange -> exchange.reply(200, ""))) {
            assertThatThrownBy(() -> receive(transport, request("GET", other.url("/"), Body.none())))
                    .isInstanceOf(Transport.NotSentException.class)
                    .hasMessageContaining("is not for this host");
            assertThatThrownBy(() -> receive(transport, request("GET", late.url("/"), Body.none())))
                    .isInstanceOf(Transport.NotSentException.class)
                    .hasMessageContaining("has expired");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_without_tls_is_told_apart(Kind kind) throws IOException {
        try (ServerSocket plain = new ServerSocket(0)) {
            Thread greeting = new Thread(() -> greet(plain), "greeting");
            greeting.setDaemon(true);
            greeting.start();
            URI url = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");

            assertThatThrownBy(() -> send(kind, request("PUT", url, Body.none())))
                    .isInstanceOf(Transport.NotSentException.class)
                    .hasMessageStartingWith("no TLS connection to 127.0.0.1:" + plain.getLocalPort() + ": ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_proxy_is_given_the_address_and_its_password(Kind kind) throws IOException {
        try (Peer proxy = Peer.plain(exchange -> exchange.reply(200, "by proxy"))) {
            Transport transport =
                    kind.over(network(Map.of("HTTP_PROXY", "http://me:p%40ss@127.0.0.1:" + proxy.port())));

            var answer = receive(transport, request("GET", URI.create("http://service.test/x"), Body.none()));

            assertThat(answer.text()).isEqualTo("by proxy");
            var seen = proxy.exchanges().get(0);
            assertThat(seen.line()).isEqualTo("GET http://service.test/x HTTP/1.1");
            if (kind == Kind.URL_CONNECTION) {
                assertThat(seen.headers()).containsEntry("Proxy-Authorization", "Basic bWU6cEBzcw==");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"URL_CONNECTION, me:p%40ss@", "URL_CONNECTION, ''", "HTTP_CLIENT, ''"})
    void tls_goes_through_a_proxy_in_a_tunnel(Kind kind, String login) throws IOException {
        try (Peer peer = Peer.tls(AUTHORITY.serving("service.test"), exchange -> exchange.reply(200, "by tunnel"));
                Peer proxy = Peer.plain(exchange -> exchange.tunnelTo(peer.port()))) {
            Transport transport = kind.over(network(Map.of(
                    "HTTPS_PROXY",
                    "http://" + login + "127.0.0.1:" + proxy.port(),
                    "AZML_CA_BUNDLE",
                    AUTHORITY.pemIn(folder).toString())));

            for (int i = 0; i < 2; i++) {
                var answer =
                        receive(transport, request("PUT", URI.create("https://service.test/x"), Body.of(bytes("x"))));
                assertThat(answer.text()).isEqualTo("by tunnel");
            }

            assertThat(proxy.exchanges()).hasSize(1);
            var asked = proxy.exchanges().get(0);
            assertThat(asked.line()).isEqualTo("CONNECT service.test:443 HTTP/1.1");
            assertThat(asked.headers().get("Proxy-Authorization"))
                    .isEqualTo(login.isEmpty() ? null : "Basic bWU6cEBzcw==");
            assertThat(asked.headers()).doesNotContainKey("X-Mine");
            assertThat(peer.exchanges().get(0).headers()).doesNotContainKey("Proxy-Authorization");
        }
    }

    @ParameterizedTest
    @CsvSource({"407, HTTP/1.1 407 Said", "502, HTTP/1.1 502 Said"})
    void a_proxy_that_makes_no_tunnel_is_named(int status, String line) throws IOException {
        try (Peer proxy = Peer.plain(exchange -> exchange.reply(status, ""))) {
            String address = "127.0.0.1:" + proxy.port();
            Transport transport = network(Map.of("HTTPS_PROXY", "http://me:secret@" + address))
                    .longLived();

            assertThatThrownBy(() -> receive(
                            transport, request("PUT", URI.create("https://service.test/x"), Body.of(bytes("x")))))
                    .isInstanceOf(Transport.NotSentException.class)
                    .hasMessage("could not connect to service.test:443 through proxy " + address
                            + ": the proxy answered '" + line + "'");
        }
    }

    private static Got send(Kind kind, Transport.Request request) throws IOException {
        return receive(kind.over(network(Map.of())), request);
    }

    private static Got receive(Transport transport, Transport.Request request) throws IOException {
        try (Transport.Response response = transport.send(request)) {
            return new Got(
                    response.status(),
                    new String(response.body().readAllBytes(), StandardCharsets.UTF_8),
                    response.headers().get("x-ms-request-id").orElse(""));
        }
    }

    private static Network network(Map<String, String> environment) {
        return Network.from(environment, "azml/test");
    }

    private static Transport.Request request(String method, URI url, Body body) {
        return new Transport.Request(method, url, Map.of("X-Mine", "yes"), body, Duration.ofSeconds(20));
    }

    private static void greet(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(bytes("220 mail.test ESMTP\r\n"));
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Got(int status, String text, String requestId) {}
}
