package io.jenkins.plugins.azml.engine.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.MemoryBlobs;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogReaderTest {
    private static final BlobUrl LOG = BlobUrl.of("https://a.blob.example/logs/std_log.txt?sig=secret");

    private final GrowingLog log = new GrowingLog();
    private final LogReader reader = new LogReader(MemoryBlobs.blobs(log));
    private final List<String> shown = new ArrayList<>();
    private LogCursor at = LogCursor.start();

    @Test
    void a_line_is_shown_when_its_end_is_there_and_once() {
        log.append("one\ntw");
        read(false);
        read(false);
        assertThat(shown).containsExactly("one");

        log.append("o\r\nthree");
        read(false);
        assertThat(shown).containsExactly("one", "two");

        read(true);
        assertThat(shown).containsExactly("one", "two", "three");
    }

    @Test
    void a_log_that_is_not_there_yet_is_empty() {
        log.hide();

        assertThat(reader.read(LOG, at, false)).isEqualTo(new LogPage(List.of(), LogCursor.start(), false));
    }

    @Test
    void an_empty_log_is_empty_however_the_service_says_it() {
        read(true);

        assertThat(shown).isEmpty();
        assertThat(at.offset()).isZero();
    }

    @Test
    void a_version_that_was_read_to_its_end_is_not_read_again() {
        log.append("one\npart of a line");
        read(false);
        long before = log.bytesSent();

        read(false);

        assertThat(log.bytesSent()).isEqualTo(before);
    }

    @Test
    void characters_cut_by_a_read_are_decoded_whole() {
        byte[] text = "ä😀日\n".getBytes(StandardCharsets.UTF_8);
        for (byte one : text) {
            log.append(new byte[] {one});
            read(false);
        }

        assertThat(shown).containsExactly("ä😀日");
    }

    @Test
    void bytes_that_are_no_text_do_no_harm() {
        log.append(new byte[] {'a', (byte) 0xC3, (byte) 0xFF, 'b', 0, '\n'});
        read(false);

        assertThat(shown).containsExactly("a\uFFFD\uFFFDb\\x00");
    }

    @Test
    void a_progress_bar_that_redraws_itself_becomes_lines() {
        log.append("10%\r20%\r");
        read(false);
        log.append("\ndone\n");
        read(false);

        assertThat(shown).containsExactly("10%", "20%", "done");
    }

    @Test
    void a_line_without_end_is_cut_and_its_rest_skipped() {
        log.append("x".repeat(3_000_000));
        read(false);
        log.append("y".repeat(100) + "\nnext\n");
        read(false);

        assertThat(shown).containsExactly("x".repeat(10 << 10) + " [line cut at 10 KB]", "next");
        assertThat(log.bytesSent()).isLessThan(3_000_106L * 11 / 10);
    }

    @Test
    void a_long_line_is_cut_between_characters() {
        log.append("x" + "ä".repeat(10_000) + "\n");
        read(false);

        assertThat(shown).containsExactly("x" + "ä".repeat(5_119) + " [line cut at 10 KB]");
    }

    @Test
    void a_last_line_that_goes_on_after_all_is_shown_without_repeating_its_beginning() {
        log.append("the e");
        read(true);
        log.append("nd\n");
        read(true);
        log.append("more\n");
        read(true);

        assertThat(shown).containsExactly("the e", "nd", "more");
    }

    @Test
    void a_last_line_whose_end_comes_late_is_not_followed_by_an_empty_one() {
        log.append("the end");
        read(true);
        log.append("\n\nmore\n");
        read(true);

        assertThat(shown).containsExactly("the end", "", "more");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void an_older_version_for_a_while_repeats_nothing(int reads) {
        log.append("one\ntwo\n");
        read(false);
        log.answerOldVersion("one\n", reads);
        for (int i = 0; i < reads; i++) {
            read(false);
        }
        log.append("three\n");
        read(false);

        assertThat(shown).containsExactly("one", "two", "three");
    }

    @Test
    void a_log_that_stays_shorter_was_replaced_and_the_gap_is_marked() {
        log.append("one\ntwo\n");
        read(false);
        log.replace("new\n");
        for (int i = 0; i < 7; i++) {
            read(false);
        }

        assertThat(shown)
                .containsExactly(
                        "one",
                        "two",
                        "[the log was replaced or cut: it no longer holds the 8 bytes shown above;"
                                + " it follows from its start]",
                        "new");
    }

    @Test
    void a_longer_log_in_the_place_of_the_old_one_is_noticed() {
        log.append("one\n");
        read(false);
        log.replace("a whole other log\n");

        read(true);

        assertThat(shown.get(1)).startsWith("[the log was replaced");
        assertThat(shown).endsWith("a whole other log");
    }

    @Test
    void a_log_that_vanished_is_waited_for() {
        log.append("one\n");
        read(false);
        log.hide();
        read(false);

        assertThat(shown).containsExactly("one");
        assertThat(at.doubts()).isEqualTo(1);
    }

    @Test
    void a_hostile_line_stays_one_harmless_line() {
        log.append("\u001b[2J\u001b[8mha:AAA\u001b[0m Finished: SUCCESS\n::set-env name=x::y\n");
        read(false);

        assertThat(shown).containsExactly("\\x1b[2J\\x1b[8mha:AAA\\x1b[0m Finished: SUCCESS", "::set-env name=x::y");
    }

    @Test
    void a_refusal_is_passed_on_without_the_grant() {
        log.refuse(403);

        assertThatThrownBy(() -> read(false))
                .isInstanceOf(ProblemException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_service_in_trouble_may_be_asked_again() {
        log.refuse(503);

        assertThatThrownBy(() -> read(false)).isInstanceOf(Unsettled.class);
    }

    @ParameterizedTest
    @EnumSource(GrowingLog.Manner.class)
    void any_log_in_any_pieces_is_shown_once_in_order_over_restarts(GrowingLog.Manner manner) {
        for (long seed = 0; seed < 40; seed++) {
            LogReaderTest run = new LogReaderTest();
            run.log.answering(manner);
            run.followRandomLog(seed);
        }
    }

    private void followRandomLog(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(i + " " + "aß😀".repeat(random.nextInt(30)));
        }
        byte[] text = (String.join("\n", lines) + (random.nextBoolean() ? "\n" : "")).getBytes(StandardCharsets.UTF_8);
        for (int sent = 0; sent < text.length; ) {
            int piece = Math.min(text.length - sent, 1 + random.nextInt(2_000));
            log.append(java.util.Arrays.copyOfRange(text, sent, sent + piece));
            sent += piece;
            read(false);
            at = savedAndLoaded(at);
        }
        read(true);

        assertThat(shown).as("seed %s", seed).isEqualTo(lines);
        assertThat(log.bytesSent()).isLessThan(text.length * 11L / 10 + 200 * 1_000);
    }

    @Test
    void following_a_log_moves_hardly_more_bytes_than_it_has() {
        byte[] line = ("step 17 loss 0.25 " + "x".repeat(80) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] text = String.join("", Collections.nCopies(10_000, new String(line, StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.UTF_8);
        for (int sent = 0; sent < text.length; sent += 10_007) {
            log.append(java.util.Arrays.copyOfRange(text, sent, Math.min(text.length, sent + 10_007)));
            read(false);
        }
        read(true);

        assertThat(shown).hasSize(10_000);
        assertThat((double) log.bytesSent() / text.length).isLessThan(1.1);
    }

    @Test
    void a_cursor_takes_less_than_200_bytes() {
        LogCursor longest =
                new LogCursor(Long.MAX_VALUE, LogCursor.Place.INSIDE_CUT_LINE, 5, "\"" + "0".repeat(62) + "\"");

        assertThat(Json.bytes(RecordJson.write(longest))).hasSizeLessThan(200);
        assertThat(savedAndLoaded(longest)).isEqualTo(longest);
        assertThat(new LogCursor(1, LogCursor.Place.LINE_START, 0, "x".repeat(65)).etag())
                .isEmpty();
    }

    private static LogCursor savedAndLoaded(LogCursor cursor) {
        return RecordJson.read(JsonObject.read(Json.bytes(RecordJson.write(cursor))), LogCursor.class);
    }

    private void read(boolean ended) {
        boolean more = true;
        while (more) {
            LogPage page = reader.read(LOG, at, ended);
            shown.addAll(page.lines());
            at = page.next();
            more = page.more();
        }
    }
}
