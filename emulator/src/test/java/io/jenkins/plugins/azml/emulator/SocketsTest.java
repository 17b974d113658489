package io.jenkins.plugins.azml.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.runtime.Ready;
import io.jenkins.plugins.azml.emulator.security.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody on this machine, or a web page, can send to the sockets of an emulator in a process of its own. */
class SocketsTest {
    @TempDir
    static Path folder;

    private static EmulatorProcess process;
    private static Ready ready;

    @BeforeAll
    static void start() {
        process = new EmulatorProcess(folder);
        ready = process.start(EmulatorOptions.in(folder).withTwins(), Duration.ofMinutes(2));
    }

    @AfterAll
    static void stop() {
        process.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.test",
                "Host: 127.evil.test",
                "Host: localhost",
                "Host: 127.0.0.1.evil.test",
                "Host: 127.0.0.1",
                "Host: [::1]",
                "X-Forwarded-Host: 127.0.0.1",
                "Host: evil.test\r\nHost: SELF",
                "Host: SELF\r\nHost: SELF",
                "Host: SELF, evil.test"
            })
    void another_host_or_none_or_two_are_misdirected(String hosts) throws Exception {
        String answer = plain("GET /msi/token?resource=x HTTP/1.1\r\n" + hosts.replace("SELF", authority())
                + "\r\nX-IDENTITY-HEADER: " + ready.identityHeader() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 421 ").doesNotContain("access_token");
    }

    @Test
    void an_absolute_target_does_not_stand_in_for_the_host() throws Exception {
        String answer = plain("GET http://" + authority() + "/msi/token?resource=x HTTP/1.1\r\nHost: evil.test\r\n"
                + "X-IDENTITY-HEADER: " + ready.identityHeader() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 421 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nOrigin: https://evil.test",
                "GET / HTTP/1.1\r\nOrigin: null",
                "OPTIONS / HTTP/1.1\r\nOrigin: https://evil.test\r\nAccess-Control-Request-Method: PUT",
                "OPTIONS / HTTP/1.1\r\nAccess-Control-Request-Private-Network: true",
                "POST / HTTP/1.1\r\nOrigin: null\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0"
            })
    void a_web_page_gets_nothing_and_no_cors_header(String head) throws Exception {
        for (boolean secure : new boolean[] {true, false}) {
            String answer =
                    send(secure, head + "\r\nHost: " + uri(secure).getAuthority() + "\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContainIgnoringCase("access-control-");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Authorization: Bearer guess\r\n",
                "Authorization: Bearer \r\n",
                "Authorization: Basic Z3Vlc3M=\r\n",
                "Cookie: Authorization=x\r\n"
            })
    void without_the_token_of_this_start_nothing_is_done(String authorization) throws Exception {
        String answer = secure("POST " + jobs() + "/x/cancel?api-version=1 HTTP/1.1\r\nHost: "
                + uri(true).getAuthority() + "\r\n" + authorization
                + "Content-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void a_token_in_the_address_is_no_token() throws Exception {
        String answer = secure("GET " + jobs() + "?api-version=1&access_token=" + token() + " HTTP/1.1\r\nHost: "
                + uri(true).getAuthority() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2f..%2fx",
                "%2e%2e",
                "%2E%2e%2fx",
                "a%00b",
                "a%5Cb",
                "a\\b",
                "..",
                "%D0%B0bc",
                "a%0d%0aX: y",
                "%zz",
                "%c0%ae%c0%ae",
                "con%3A",
                "a;b"
            })
    void a_name_that_is_none_is_refused_on_the_wire(String name) throws Exception {
        String answer = secure("GET " + jobs() + "/" + name + "?api-version=1 HTTP/1.1\r\nHost: "
                + uri(true).getAuthority() + "\r\nAuthorization: Bearer " + token() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("\nX: y");
    }

    @Test
    void it_listens_on_loopback_alone() throws Exception {
        List<Integer> ports = List.of(ready.secure().getPort(), ready.plain().getPort());

        List<String> listening = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/net", table))) {
                lines.map(line -> line.strip().split("\\s+"))
                        .filter(row -> row[3].equals("0A"))
                        .filter(row -> ports.contains(Integer.parseInt(row[1].replaceAll(".*:", ""), 16)))
                        .forEach(row -> listening.add(row[1].replaceAll(":.*", "")));
            }
        }
        assertThat(listening).hasSizeGreaterThanOrEqualTo(2).allMatch(address -> address.endsWith("0100007F"));
    }

    @Test
    void headers_without_end_are_cut_off() throws Exception {
        String line = "X-" + "a".repeat(1000) + ": " + "b".repeat(1000) + "\r\n";

        assertThat(bytesTaken("GET / HTTP/1.1\r\nHost: " + authority() + "\r\n", line))
                .isLessThan(16 << 20);
        assertThat(bytesTaken("GET /", "a".repeat(10_000))).isLessThan(16 << 20);
        assertStillAnswers();
    }

    @Test
    void a_body_without_end_is_cut_off() throws Exception {
        String head = "POST / HTTP/1.1\r\nHost: " + authority() + "\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(bytesTaken(head, "10000\r\n" + "a".repeat(0x10000) + "\r\n")).isLessThan(200 << 20);
        assertStillAnswers();
    }

    /** More than there are threads: they are waited for as long as a request may take, then it goes on. */
    @Test
    void two_thousand_clients_that_never_end_their_request_are_cut_off_and_others_are_answered() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            Socket socket = new Socket("127.0.0.1", ready.plain().getPort());
            socket.getOutputStream().write("GET /msi/token HTTP/1.1\r\nHost: ".getBytes(ISO_8859_1));
            slow.add(socket);
        }

        for (Socket socket : slow) {
            assertThat(restOf(socket)).hasSizeLessThan(1000);
        }
        assertStillAnswers();
    }

    private static byte[] restOf(Socket socket) throws IOException {
        try (socket) {
            return socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            return new byte[0];
        }
    }

    private static void assertStillAnswers() throws Exception {
        assertThat(token()).isNotEmpty();
    }

    /** How much a socket takes of a piece that is sent again and again, before the server ends it. */
    private static long bytesTaken(String head, String piece) throws IOException {
        byte[] bytes = piece.getBytes(ISO_8859_1);
        long taken = 0;
        try (Socket socket = new Socket("127.0.0.1", ready.plain().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(ISO_8859_1));
            while (taken < 1L << 30) {
                out.write(bytes);
                taken += bytes.length;
            }
        } catch (SocketException ended) {
            assertThat(taken).isPositive();
        }
        return taken;
    }

    private static String jobs() {
        return "/subscriptions/" + ready.subscription() + "/resourceGroups/" + ready.resourceGroup()
                + "/providers/Microsoft.MachineLearningServices/workspaces/dev/jobs";
    }

    private static String token() throws Exception {
        String answer = plain("GET /msi/token?resource=x HTTP/1.1\r\nHost: " + authority() + "\r\nX-IDENTITY-HEADER: "
                + ready.identityHeader() + "\r\nConnection: close\r\n\r\n");
        return Json.read(answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1))
                .path("access_token")
                .asText();
    }

    private static URI uri(boolean secure) {
        return secure ? ready.secure() : ready.plain();
    }

    private static String authority() {
        return ready.plain().getAuthority();
    }

    private static String plain(String request) throws Exception {
        return send(false, request);
    }

    private static String secure(String request) throws Exception {
        return send(true, request);
    }

    private static String send(boolean secure, String request) throws Exception {
        int port = uri(secure).getPort();
        try (Socket socket = secure
                        ? CertificateAuthority.in(folder.resolve("tls"), InstantSource.system())
                                .trusting()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", port)
                        : new Socket("127.0.0.1", port);
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(answer.readAllBytes(), ISO_8859_1);
        }
    }
}
