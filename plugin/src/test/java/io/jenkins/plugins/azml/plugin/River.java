package io.jenkins.plugins.azml.plugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jboss.marshalling.Marshaller;
import org.jboss.marshalling.MarshallerFactory;
import org.jboss.marshalling.Marshalling;
import org.jboss.marshalling.MarshallingConfiguration;
import org.jboss.marshalling.Unmarshaller;

/** What Jenkins saves a running Pipeline with. */
final class River {
    private static final MarshallerFactory FACTORY = Marshalling.getProvidedMarshallerFactory("river");

    private River() {}

    static byte[] write(Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Marshaller marshaller = FACTORY.createMarshaller(new MarshallingConfiguration());
        marshaller.start(Marshalling.createByteOutput(out));
        marshaller.writeObject(value);
        marshaller.finish();
        return out.toByteArray();
    }

    static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        Unmarshaller unmarshaller = FACTORY.createUnmarshaller(new MarshallingConfiguration());
        unmarshaller.start(Marshalling.createByteInput(new ByteArrayInputStream(bytes)));
        Object value = unmarshaller.readObject();
        unmarshaller.finish();
        return value;
    }
}
