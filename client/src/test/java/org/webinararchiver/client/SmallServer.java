package org.webinararchiver.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that gives the answers that it was told, in their order, and remembers what it was asked. */
final class SmallServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private volatile Answer otherwise =
            exchange -> send(exchange, 500, "{\"title\":\"The test has no more answers.\"}");

    /** What a request was. */
    record Asked(String method, String path, com.sun.net.httpserver.Headers headers, String body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private SmallServer(HttpServer server) {
        this.server = server;
    }

    static SmallServer start() throws IOException {
        var small = new SmallServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        small.server.setExecutor(small.threads);
        small.server.createContext("/", small::handle);
        small.server.start();
        return small;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client of this server that does not wait long. */
    WebinarArchiverClient client() {
        return new WebinarArchiverClient(settings());
    }

    ClientSettings settings() {
        return ClientSettings.of(address())
                .withAttempts(4, Duration.ofMillis(5))
                .withSilence(Duration.ofSeconds(20))
                .withLooksEvery(Duration.ofMillis(10));
    }

    SmallServer then(Answer answer) {
        answers.add(answer);
        return this;
    }

    SmallServer thenJson(int status, String body) {
        return then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            send(exchange, status, body);
        });
    }

    /** Breaks the connection without an answer. */
    SmallServer thenBreak() {
        return then(HttpExchange::close);
    }

    /** Breaks every connection for which there is no other answer. */
    void breaksFromNowOn() {
        otherwise = HttpExchange::close;
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        var answer = Optional.ofNullable(answers.poll()).orElse(otherwise);
        try {
            answer.give(exchange);
        } catch (InterruptedException e) {
            exchange.close();
        }
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
