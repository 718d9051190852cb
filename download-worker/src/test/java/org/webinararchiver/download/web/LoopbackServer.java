package org.webinararchiver.download.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on 127.0.0.1 that answers every path in the way that its test says, and remembers what it was asked. */
final class LoopbackServer implements AutoCloseable {

    /** How requests are answered. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;

        /** A short text. */
        static Answer text(String body) {
            return exchange -> {
                exchange.sendResponseHeaders(200, body.length());
                exchange.getResponseBody().write(body.getBytes(US_ASCII));
            };
        }

        /** Leads elsewhere. */
        static Answer redirect(int status, String location) {
            return exchange -> {
                exchange.getResponseHeaders().set("Location", location);
                exchange.sendResponseHeaders(status, -1);
            };
        }
    }

    /**
     * What was asked.
     *
     * @param target path and query as they were sent
     * @param cookie null where there was none
     */
    record Asked(String target, String cookie, String userAgent) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    static LoopbackServer answering(Answer answer) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = new LoopbackServer(HttpServer.create(address, 0));
        server.server.setExecutor(server.threads);
        server.server.createContext("/", exchange -> server.answer(exchange, answer));
        server.server.start();
        return server;
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(
                exchange.getRequestURI().toString(), headers.getFirst("Cookie"), headers.getFirst("User-Agent")));
        try (exchange) {
            answer.to(exchange);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** An address of this server by its number. */
    URI at(String target) {
        return onHost("127.0.0.1", target);
    }

    URI onHost(String host, String target) {
        return URI.create("http://" + host + ":" + port() + target);
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
