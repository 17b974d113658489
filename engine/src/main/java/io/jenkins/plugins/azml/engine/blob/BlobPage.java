package io.jenkins.plugins.azml.engine.blob;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One page of a container's listing.
 *
 * @param nextMarker where the next page starts; empty after the last one
 */
record BlobPage(List<BlobItem> items, String nextMarker) {
    private static final int LONGEST_TEXT = 64 << 10;
    /** The service gives 5,000 at most. */
    private static final int MOST_BLOBS = 10_000;

    private static final int MOST_FACTS = 1_000;

    BlobPage {
        items = List.copyOf(items);
    }

    /**
     * Reads the service's XML. A document type, and with it every entity of its own, is refused.
     *
     * @throws XMLStreamException if the text is not such a listing
     */
    static BlobPage read(InputStream xml) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(xml);
        try {
            return new Reading(reader).page();
        } finally {
            reader.close();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static final class Reading {
        private final XMLStreamReader reader;
        private final List<BlobItem> items = new ArrayList<>();
        private final Map<String, String> texts = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private String nextMarker = "";
        private boolean isListing;
        private boolean nameIsEncoded;

        Reading(XMLStreamReader reader) {
            this.reader = reader;
        }

        BlobPage page() throws XMLStreamException {
            while (reader.hasNext()) {
                take(reader.next());
            }
            if (!isListing) {
                throw new XMLStreamException("not a listing of blobs");
            }
            return new BlobPage(items, nextMarker);
        }

        private void take(int event) throws XMLStreamException {
            switch (event) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type is not expected");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity is not expected");
                case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters();
                case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
                default -> {}
            }
        }

        private void start(String element) {
            text.setLength(0);
            switch (element) {
                case "EnumerationResults" -> isListing = true;
                case "Blob" -> texts.clear();
                case "Name" -> nameIsEncoded = "true".equals(reader.getAttributeValue(null, "Encoded"));
                default -> {}
            }
        }

        private void characters() throws XMLStreamException {
            text.append(reader.getText());
            if (text.length() > LONGEST_TEXT) {
                throw new XMLStreamException("an element is longer than " + LONGEST_TEXT + " characters");
            }
        }

        private void end(String element) throws XMLStreamException {
            if (element.equals("Blob")) {
                items.add(item());
                if (items.size() > MOST_BLOBS) {
                    throw new XMLStreamException("more than " + MOST_BLOBS + " blobs on one page");
                }
            } else if (element.equals("NextMarker")) {
                nextMarker = text.toString();
            } else {
                texts.putIfAbsent(element, text.toString());
            }
            text.setLength(0);
            if (texts.size() > MOST_FACTS) {
                throw new XMLStreamException("more than " + MOST_FACTS + " elements in one blob");
            }
        }

        private BlobItem item() throws XMLStreamException {
            String name = texts.getOrDefault("Name", "");
            String md5 = texts.getOrDefault("Content-MD5", "");
            try {
                return new BlobItem(
                        nameIsEncoded ? URLDecoder.decode(name, StandardCharsets.UTF_8) : name,
                        Long.parseLong(texts.getOrDefault("Content-Length", "")),
                        md5.isEmpty() ? null : md5);
            } catch (IllegalArgumentException e) {
                throw new XMLStreamException("a blob has no length or name that can be read");
            }
        }
    }
}
