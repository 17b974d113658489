package io.jenkins.plugins.azml.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {

    @Test
    void a_verdict_and_tests_give_the_golden_file() {
        List<Suite> suites = List.of(
                Suite.of(ReportSamples.worse()),
                Suite.of(ReportSamples.withoutChampion()),
                Suite.of(ReportSamples.blocked()),
                ReportSamples.tests());

        assertThat(JUnitXml.of(suites)).isEqualTo(ReportSamples.golden("junit.xml"));
    }

    @Test
    void a_verdict_that_no_gate_decided_is_not_a_pass() throws Exception {
        Suite suite = Suite.of(ReportSamples.onlyChampionGatesWithoutChampion());

        assertThat(suite.passed()).isFalse();
        assertThat(parse(JUnitXml.of(List.of(suite)))
                        .getElementsByTagName("error")
                        .getLength())
                .isEqualTo(1);
    }

    static Stream<String> hostile() {
        return ReportSamples.HOSTILE.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_text_stays_text(String hostile) throws Exception {
        Document document = parse(JUnitXml.of(List.of(ReportSamples.suiteNamed(hostile))));

        Element failed = (Element) document.getElementsByTagName("testcase").item(0);
        String shown = Visible.line(hostile);
        assertThat(failed.getAttribute("name")).isEqualTo(shown);
        assertThat(failed.getAttribute("classname")).isEqualTo(shown);
        assertThat(failed.getElementsByTagName("*").getLength()).isEqualTo(1);
        assertThat(((Element) failed.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo(shown + "; " + shown);
    }

    @Test
    void every_character_of_unicode_can_be_reported() throws Exception {
        List<Suite.Case> cases = IntStream.range(0, 0x110000 / 0x400)
                .mapToObj(block -> IntStream.range(block * 0x400, (block + 1) * 0x400)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .map(text -> new Suite.Case(text, Suite.Status.PASSED, List.of(), Duration.ZERO))
                .toList();

        Document document = parse(JUnitXml.of(List.of(new Suite("unicode", cases))));

        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(cases.size());
    }

    @Test
    void a_document_type_is_never_written() {
        for (String hostile : ReportSamples.HOSTILE) {
            assertThat(JUnitXml.of(List.of(ReportSamples.suiteNamed(hostile))))
                    .doesNotContain("<!")
                    .doesNotContain("&e;");
        }
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
