package io.jenkins.plugins.azml.engine.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a request carries. Can be opened more than once, so that a request can be repeated. */
public sealed interface Body {
    /** In bytes. */
    long length();

    InputStream open() throws IOException;

    static Body none() {
        return new Bytes(new byte[0]);
    }

    static Body of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** Bytes in memory. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements Body {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /**
     * A part of a file, read as it is sent.
     *
     * @param offset of the first byte
     * @param length in bytes
     */
    record FilePart(Path file, long offset, long length) implements Body {
        @Override
        public InputStream open() throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new BoundedInput(Channels.newInputStream(channel.position(offset)), length);
        }
    }
}
