package io.jenkins.plugins.azml.emulator.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One page of the service's XML listing.
 *
 * @param nextMarker empty on the last page
 */
record BlobListing(List<BlobItem> blobs, String nextMarker) {
    static BlobListing parse(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException damaged) {
            throw new UncheckedIOException("a listing of the blob server is not XML", new IOException(damaged));
        }
    }

    private static BlobListing read(XMLStreamReader reader) throws XMLStreamException {
        List<BlobItem> blobs = new ArrayList<>();
        String name = "";
        long size = 0;
        Instant modified = Instant.EPOCH;
        String marker = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "Name" -> name = reader.getElementText();
                    case "Content-Length" -> size = Long.parseLong(reader.getElementText());
                    case "Last-Modified" ->
                        modified = DateTimeFormatter.RFC_1123_DATE_TIME.parse(reader.getElementText(), Instant::from);
                    case "NextMarker" -> marker = reader.getElementText();
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT && "Blob".equals(reader.getLocalName())) {
                blobs.add(new BlobItem(name, size, modified));
            }
        }
        return new BlobListing(List.copyOf(blobs), marker);
    }
}
