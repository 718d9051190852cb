package org.webinararchiver.systemtests.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A platform with one recording, whose description is written while it is sent, and none of whose files is there. */
final class LongLog implements AutoCloseable {
    private static final String FLOW = "/api/event-sessions/1/record-files/2/flow";
    private static final int FILES = 3_000;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final long bytes;

    private LongLog(HttpServer server, long bytes) {
        this.server = server;
        this.bytes = bytes;
    }

    /** @param bytes of events, about */
    static LongLog of(long bytes) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var log = new LongLog(server, bytes);
        server.createContext("/", log::answer);
        server.start();
        return log;
    }

    URI link() {
        return URI.create("http://127.0.0.1:%d/1/2/record-new/1/record-file/2"
                .formatted(server.getAddress().getPort()));
    }

    int files() {
        return FILES;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isKnown = exchange.getRequestURI().getPath().equals(FLOW);
            exchange.sendResponseHeaders(isKnown ? 200 : NOT_FOUND, isKnown ? 0 : -1);
            if (isKnown) {
                write(exchange.getResponseBody());
            }
        }
    }

    private void write(OutputStream body) throws IOException {
        body.write("{\"name\":\"Long\",\"duration\":36000,\"eventLogs\":[".getBytes(UTF_8));
        for (int file = 0; file < FILES; file++) {
            body.write(media(file));
        }
        var audience = audience();
        for (long written = 0; written < bytes; written += audience.length) {
            body.write(audience);
        }
        body.write("{\"module\":\"eventsession.stop\",\"relativeTime\":36000}]}".getBytes(UTF_8));
    }

    private byte[] media(int file) {
        return """
                {"module":"mediasession.add","relativeTime":%d,"data":{"id":%d,"url":"http://127.0.0.1:%d/%d.mp4",\
                "stream":{"id":%d,"conference":{"id":1}}}},
                """.formatted(file, file, server.getAddress().getPort(), file, file)
                .getBytes(UTF_8);
    }

    /** Who is there, as the platform repeats it all the time. */
    private static byte[] audience() {
        return """
                {"module":"userlist.online","relativeTime":1,"data":[%s{"user":{"id":7}}]},
                """.formatted("{\"user\":{\"id\":123456789,\"nickname\":\"Somebody in the audience\"}},".repeat(200))
                .getBytes(UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
