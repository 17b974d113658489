package io.jenkins.plugins.azml.emulator.http;

/** How a reply travels back: whole, or damaged by a fault that a caller asked for. */
public sealed interface Delivery {
    /** As it should be. */
    record Whole() implements Delivery {}

    /** The connection is reset after so many bytes of the body; zero: before the status line. */
    record Reset(int bytes) implements Delivery {}

    /** The length that was announced is kept, the body ends early and the connection is closed. */
    record Truncated(int bytes) implements Delivery {}

    /** One byte a second. */
    record Slow() implements Delivery {}

    /** No answer until the client gives up. */
    record Silent() implements Delivery {}

    static Delivery whole() {
        return new Whole();
    }
}
