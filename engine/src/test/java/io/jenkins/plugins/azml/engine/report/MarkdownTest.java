package io.jenkins.plugins.azml.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {
    // The extension finds mail addresses with characters beyond ASCII in them, GitHub does not.
    private static final List<Extension> GITHUB = List.of(
            TablesExtension.create(),
            AutolinkExtension.builder()
                    .linkTypes(AutolinkType.URL, AutolinkType.WWW)
                    .build());
    private static final Pattern MENTION = Pattern.compile("@[\\p{Alnum}_]");
    private static final Pattern REFERENCE = Pattern.compile("(?<![&\\w])#\\d|GH-\\d|\\w#\\d");

    @Test
    void verdicts_give_the_golden_files() {
        assertThat(Markdown.of(ReportSamples.worse())).isEqualTo(ReportSamples.golden("worse.md"));
        assertThat(Markdown.of(ReportSamples.withoutChampion())).isEqualTo(ReportSamples.golden("no-champion.md"));
        assertThat(Markdown.of(ReportSamples.blocked())).isEqualTo(ReportSamples.golden("blocked.md"));
    }

    @Test
    void tests_give_the_golden_file() {
        assertThat(Markdown.of(ReportSamples.tests())).isEqualTo(ReportSamples.golden("tests.md"));
    }

    static Stream<String> hostile() {
        return ReportSamples.HOSTILE.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_text_renders_as_itself_in_a_verdict(String hostile) {
        String markdown = Markdown.of(ReportSamples.named(hostile));

        assertHarmless(markdown, Markdown.VERDICT_MARKER, 6);
        assertThat(shown(markdown)).contains("Candidate \"" + visible(hostile).strip());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_text_renders_as_itself_in_test_results(String hostile) {
        String markdown = Markdown.of(ReportSamples.suiteNamed(hostile));

        assertHarmless(markdown, Markdown.TESTS_MARKER, 3);
        assertThat(shown(markdown)).contains(visible(hostile) + "; " + visible(hostile));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void sentences_mention_and_refer_to_nobody(String hostile) {
        String rendered = html(Markdown.of(ReportSamples.suiteNamed(hostile)));

        assertThat(MENTION.matcher(rendered).find()).isFalse();
        assertThat(REFERENCE.matcher(rendered).find()).isFalse();
    }

    @Test
    void a_text_that_is_too_long_is_cut_at_a_line_with_a_note() {
        List<Suite.Case> many = IntStream.range(0, 70_000)
                .mapToObj(number -> new Suite.Case("test ü " + number, Suite.Status.PASSED, List.of(), Duration.ZERO))
                .toList();

        String markdown = Markdown.of(new Suite("many", many));

        assertThat(markdown.getBytes(StandardCharsets.UTF_8).length).isBetween(60_000, 64 * 1024);
        assertThat(markdown).startsWith(Markdown.TESTS_MARKER).endsWith(" more lines were left out.*\n");
        long rows = markdown.lines().filter(line -> line.startsWith("| test ü")).count();
        assertThat(markdown).contains("*" + (70_000 - rows) + " more lines were left out.*");
    }

    @Test
    void one_name_of_70_kilobytes_is_cut() {
        String markdown = Markdown.of(ReportSamples.named("x".repeat(70_000)));

        assertThat(markdown.length()).isLessThan(15_000);
        assertThat(markdown).contains("x…`").doesNotContain("left out");
    }

    private static void assertHarmless(String markdown, String marker, int columns) {
        assertThat(markdown).startsWith(marker);
        assertThat(markdown.substring(marker.length())).doesNotContain("<!--");
        assertThat(markdown.chars().filter(character -> character != '\n' && Character.isISOControl(character)))
                .isEmpty();
        String html = html(markdown);
        assertThat(html)
                .doesNotContain("<a ", "<img", "<script", "<em>", "<strong>", "<del>", "<blockquote", "<ul>", "<hr")
                .containsOnlyOnce("<h3>")
                .containsOnlyOnce("<table>");
        String row = html.substring(html.indexOf("<tbody>"));
        assertThat(row.split("<tr>", -1)).hasSize(2);
        assertThat(row.split("<td", -1)).hasSize(columns + 1);
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(GITHUB)
                .build()
                .render(Parser.builder().extensions(GITHUB).build().parse(markdown));
    }

    /** What a reader sees and copies, the invisible gaps taken out. */
    private static String shown(String markdown) {
        return TextContentRenderer.builder()
                .extensions(GITHUB)
                .build()
                .render(Parser.builder().extensions(GITHUB).build().parse(markdown))
                .replace("\u200b", "");
    }

    private static String visible(String hostile) {
        return Visible.line(hostile);
    }
}
