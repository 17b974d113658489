package io.jenkins.plugins.azml.engine.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Suites as JUnit XML, as Jenkins reads it. The same suites always give the same text: no times of day, no host names.
 *
 * <p>Names and messages are written on one line, with what XML cannot hold shown as codes.
 */
public final class JUnitXml {
    private static final int LONGEST_TEXT = 4000;

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static String of(List<Suite> suites) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(writer).document(suites);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void document(List<Suite> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        line();
        for (Suite suite : suites) {
            suite(suite);
        }
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void suite(Suite suite) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        attribute("tests", String.valueOf(suite.cases().size()));
        attribute("failures", String.valueOf(suite.count(Suite.Status.FAILED)));
        attribute("errors", String.valueOf(suite.count(Suite.Status.ERROR)));
        attribute("skipped", String.valueOf(suite.count(Suite.Status.SKIPPED)));
        attribute("time", seconds(suite.time()));
        line();
        for (Suite.Case result : suite.cases()) {
            testCase(suite.name(), result);
        }
        xml.writeEndElement();
        line();
    }

    private void testCase(String suite, Suite.Case result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", suite);
        attribute("name", result.name());
        attribute("time", seconds(result.time()));
        switch (result.status()) {
            case PASSED -> element("system-out", result.messages());
            case FAILED -> outcome("failure", result.messages());
            case ERROR -> outcome("error", result.messages());
            case SKIPPED -> outcome("skipped", result.messages());
        }
        xml.writeEndElement();
        line();
    }

    private void outcome(String element, List<String> messages) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", String.join("; ", messages));
        xml.writeEndElement();
    }

    private void element(String element, List<String> messages) throws XMLStreamException {
        if (!messages.isEmpty()) {
            xml.writeStartElement(element);
            xml.writeCharacters(Visible.line(String.join("; ", messages), LONGEST_TEXT));
            xml.writeEndElement();
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Visible.line(value, LONGEST_TEXT));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
