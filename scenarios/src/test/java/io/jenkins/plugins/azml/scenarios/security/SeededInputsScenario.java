package io.jenkins.plugins.azml.scenarios.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Names;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.blob.Download;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.logs.LogCursor;
import io.jenkins.plugins.azml.engine.logs.LogPage;
import io.jenkins.plugins.azml.engine.logs.LogReader;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Readers of foreign text meet as many texts from a seed as {@code -Dinputs} says; what fails is named by its seed. */
class SeededInputsScenario {
    private static final long SEED = Long.getLong("seed", 1);
    private static final int INPUTS = Integer.getInteger("inputs", 10_000);

    private static final List<String> YAML = List.of(
            "a",
            "b: ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            ": ",
            "? ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "&a ",
            "*a",
            "<<: ",
            "!!str ",
            "!!python/object:x ",
            "!<tag:x> ",
            "'",
            "\"",
            "|\n",
            ">-\n",
            "#",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "0x1F",
            "1:30",
            "2026-01-01",
            "~",
            "yes",
            "\t",
            "\\u0041",
            "\ufeff",
            "@",
            "`");

    private static final List<String> JSON = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"",
            "\\",
            "\\u0041",
            "\\ud800",
            "1",
            "-",
            "0",
            "1e9",
            "1e99999",
            ".5",
            "true",
            "false",
            "null",
            "NaN",
            "-Infinity",
            " ",
            "\n",
            "/*",
            "'",
            "\"@class\":\"java.lang.Runtime\"");

    private static final List<String> URLS = List.of(
            "https://",
            "http://",
            "HTTPS://",
            "//",
            "/",
            "\\",
            "@",
            ":",
            "?",
            "#",
            ".",
            "%2e",
            "%00",
            "[::1]",
            "443",
            "8443",
            "arm.test",
            "ARM.test",
            "a.api.test",
            ".api.test",
            "evil.test",
            "127.0.0.1",
            "169.254.169.254",
            "me",
            ":pw@",
            "\u3002",
            "\uff0e",
            "\u0430rm.test",
            " ",
            ";",
            "&",
            "x=1",
            "..",
            "-",
            "_");

    private static final List<String> NAMES = List.of(
            "a", "..", ".", "/", "\\", "%2f", "%2e", "C:", "nul", "CON.txt", "~", "$HOME", "\0", "\n", " ", "-", ":",
            "\u2024", "\u2215", "\uff0f", "etc", "passwd", "//", "..;", "A");

    private static final List<String> LOG = List.of(
            "epoch 1",
            "\n",
            "\r\n",
            "\r",
            "\u001b[2J",
            "\u001b]52;c;x\u0007",
            "\u009b31m",
            "\u001b[8mha:AAAA",
            "\u202e",
            "\u0000",
            "Finished: SUCCESS",
            "::set-env name=x::y",
            "\ud83d\ude00",
            "\u2028",
            "x".repeat(200),
            "\ufeff",
            "\b");

    @Test
    void yaml_is_read_or_refused_with_its_place() {
        each(YAML, 60, text -> {
            try {
                YamlReader.read(text, "f.yml");
            } catch (ProblemException e) {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_FILE);
                assertThat(String.valueOf(e.problem().where())).startsWith("f.yml");
            }
        });
    }

    @Test
    void json_is_read_and_comes_back_equal_or_is_refused() {
        each(JSON, 40, text -> {
            try {
                // Once written: NaN becomes text, and half a character becomes a question mark.
                String written = new String(Json.bytes(Json.read(text)), StandardCharsets.UTF_8);
                assertThat(Json.write(Json.read(written))).isEqualTo(written);
            } catch (JsonException e) {
                assertThat(e).hasMessageNotContaining("java.lang.Runtime");
            }
        });
    }

    /** The connection is made by {@link URL}, so it is that class's reading of an address which must agree. */
    @Test
    void an_address_that_may_receive_a_token_is_connected_to_a_listed_host_over_tls() {
        Hosts hosts = new Hosts(Set.of("arm.test"), Set.of(".api.test"));
        each(URLS, 10, text -> {
            try {
                URI url = new URI(text);
                if (hosts.mayReceiveToken(url)) {
                    assertListed(url.toURL());
                }
            } catch (URISyntaxException e) {
                assertThat(e.getInput()).isEqualTo(text);
            } catch (java.net.MalformedURLException e) {
                fail("may receive a token, but is no URL", e);
            }
        });
    }

    private static void assertListed(URL url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        assertThat(url.getProtocol()).isEqualToIgnoringCase("https");
        assertThat(url.getPort()).isIn(-1, 443);
        assertThat(url.getUserInfo()).isNull();
        assertThat(host.equals("arm.test") || host.endsWith(".api.test"))
                .as(host)
                .isTrue();
    }

    @Test
    void a_storage_address_is_read_or_refused_without_being_quoted() {
        each(URLS, 10, text -> {
            try {
                assertThat(BlobUrl.of(text + "?sig=S3CRET").toString()).doesNotContain("S3CRET");
            } catch (ProblemException e) {
                assertThat(e).hasMessageNotContaining("S3CRET");
            }
        });
    }

    @Test
    void a_remote_name_becomes_a_file_below_the_folder_or_is_refused() {
        Path folder = Path.of("/folder");
        Download download = new Download(blobs(new byte[0]), folder);
        each(NAMES, 8, text -> {
            try {
                download.check(List.of(text));
                assertThat(folder.resolve(text).normalize())
                        .startsWithRaw(folder)
                        .isNotEqualTo(folder);
            } catch (ProblemException e) {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.REFUSED);
            }
        });
    }

    @Test
    void a_name_in_the_emulators_path_is_one_file_name_or_is_refused() {
        Path root = Path.of("/root");
        each(NAMES, 6, text -> {
            try {
                assertThat(root.resolve(Names.checked(text)).normalize().getParent())
                        .isEqualTo(root);
            } catch (ArmError e) {
                assertThat(e.reply().status()).isEqualTo(400);
            } catch (InvalidPathException e) {
                fail("was let through", e);
            }
        });
    }

    @Test
    void a_log_is_shown_in_whole_lines_that_do_no_harm() {
        each(LOG, 40, text -> {
            List<String> lines = lines(text.getBytes(StandardCharsets.UTF_8));
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.codePoints().filter(SeededInputsScenario::steers))
                            .isEmpty());
            long words = text.split("Finished: SUCCESS", -1).length - 1;
            assertThat(lines.stream()
                            .mapToLong(line -> line.split("Finished: SUCCESS", -1).length - 1)
                            .sum())
                    .isLessThanOrEqualTo(words);
        });
    }

    private static boolean steers(int point) {
        return (point < ' ' && point != '\t')
                || (point >= 0x7f && point < 0xa0)
                || (point >= 0x202a && point <= 0x202e);
    }

    private static List<String> lines(byte[] log) {
        LogReader reader = new LogReader(blobs(log));
        List<String> lines = new ArrayList<>();
        LogCursor cursor = LogCursor.start();
        LogPage page;
        do {
            page = reader.read(BlobUrl.of("https://a.test/log"), cursor, true);
            lines.addAll(page.lines());
            cursor = page.next();
        } while (page.more());
        assertThat(cursor.offset()).isEqualTo(log.length);
        return lines;
    }

    private static Blobs blobs(byte[] log) {
        Transport transport = request -> {
            String range = request.headers().get("Range");
            int from = Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
            byte[] part = Arrays.copyOfRange(log, Math.min(from, log.length), log.length);
            Headers headers = part.length == 0
                    ? new Headers(Map.of("Content-Range", "bytes */" + log.length))
                    : new Headers(Map.of("Content-Range", "bytes " + from + "-" + (log.length - 1) + "/" + log.length));
            return new Transport.Response(part.length == 0 ? 416 : 206, headers, new ByteArrayInputStream(part));
        };
        return new Blobs(new Pipeline(
                transport,
                fresh -> "t",
                new Hosts(Set.of(), Set.of()),
                Budget.ofStorageAccount(),
                () -> Instant.EPOCH));
    }

    private static void each(List<String> pieces, int most, Consumer<String> check) {
        for (int i = 0; i < INPUTS; i++) {
            long seed = SEED + i;
            String text = new Texts(seed, pieces).next(most);
            try {
                check.accept(text);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Dinputs=1 -Dseed=" + seed + ": " + Json.write(text), e);
            }
        }
    }
}
