package org.webinararchiver.testservices;

/** What a {@link TcpGate} does to those who come by it. */
public sealed interface Passage {
    /** Everything passes. */
    record Open() implements Passage {}

    /** All connections break, and every new one at once. */
    record Shut() implements Passage {}

    /** Connections stay and new ones are taken, and nothing that is said arrives: a frozen machine, a lost network. */
    record Silent() implements Passage {}

    /**
     * Everything passes slowly.
     *
     * @param bytesASecond of each connection and direction, at least 10
     */
    record Slow(int bytesASecond) implements Passage {}

    /**
     * Connections break in the middle of what the server says, again and again.
     *
     * @param bytes that a connection carries from the server before it breaks
     */
    record Breaking(long bytes) implements Passage {}
}
