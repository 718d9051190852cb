package org.webinararchiver.download.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
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

        /** Leads from everywhere to this path, where that is answered. */
        static Answer moved(int status, String path, Answer there) {
            return exchange -> {
                boolean isThere = exchange.getRequestURI().getPath().equals(path);
                (isThere ? there : redirect(status, path)).to(exchange);
            };
        }
    }

    /**
     * What was asked.
     *
     * @param target path and query as they were sent
     * @param cookie null where there was none
     * @param token of the header {@code x-auth-token}, null where there was none
     * @param headers the names of all
     */
    record Asked(String target, String cookie, String userAgent, String token, Set<String> headers) {}

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private LoopbackServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
    }

    static LoopbackServer answering(Answer answer) throws IOException {
        return started(new LoopbackServer(HttpServer.create(anyPort(), 0), "http"), answer);
    }

    /** Speaks TLS. */
    static LoopbackServer answering(Answer answer, LoopbackTls tls) throws IOException {
        var server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.server().sslContext()));
        return started(new LoopbackServer(server, "https"), answer);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static LoopbackServer started(LoopbackServer server, Answer answer) {
        server.server.setExecutor(server.threads);
        server.server.createContext("/", exchange -> server.answer(exchange, answer));
        server.server.start();
        return server;
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(
                exchange.getRequestURI().toString(),
                headers.getFirst("Cookie"),
                headers.getFirst("User-Agent"),
                headers.getFirst("x-auth-token"),
                Set.copyOf(headers.keySet())));
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
        return URI.create(scheme + "://" + host + ":" + port() + target);
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
