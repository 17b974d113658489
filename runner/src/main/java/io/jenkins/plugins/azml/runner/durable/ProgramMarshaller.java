package io.jenkins.plugins.azml.runner.durable;

import io.jenkins.plugins.azml.runner.cps.CpsThreadGroup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jboss.marshalling.Marshaller;
import org.jboss.marshalling.MarshallerFactory;
import org.jboss.marshalling.Marshalling;
import org.jboss.marshalling.MarshallingConfiguration;
import org.jboss.marshalling.SimpleClassResolver;
import org.jboss.marshalling.Unmarshaller;
import org.jboss.marshalling.river.RiverMarshallerFactory;

/** Turns a program into bytes and back. */
final class ProgramMarshaller {
    private static final MarshallerFactory RIVER = new RiverMarshallerFactory();

    private final HostObjects host;

    ProgramMarshaller(HostObjects host) {
        this.host = host;
    }

    byte[] save(CpsThreadGroup program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Marshaller marshaller =
                RIVER.createMarshaller(configuration(getClass().getClassLoader()))) {
            marshaller.start(Marshalling.createByteOutput(bytes));
            marshaller.writeObject(program);
            marshaller.finish();
        }
        return bytes.toByteArray();
    }

    CpsThreadGroup restore(byte[] bytes, ClassLoader scripts) throws IOException, ClassNotFoundException {
        try (Unmarshaller unmarshaller = RIVER.createUnmarshaller(configuration(scripts))) {
            unmarshaller.start(Marshalling.createByteInput(new ByteArrayInputStream(bytes)));
            CpsThreadGroup program = unmarshaller.readObject(CpsThreadGroup.class);
            unmarshaller.finish();
            return program;
        }
    }

    private MarshallingConfiguration configuration(ClassLoader loader) {
        MarshallingConfiguration configuration = new MarshallingConfiguration();
        configuration.setObjectResolver(host);
        configuration.setClassResolver(new SimpleClassResolver(loader));
        return configuration;
    }
}
