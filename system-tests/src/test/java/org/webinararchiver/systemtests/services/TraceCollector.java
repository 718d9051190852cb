package org.webinararchiver.systemtests.services;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes traces as OTLP over HTTP; in this JVM, or as a program of its own, which answers what it was told. */
public final class TraceCollector implements AutoCloseable {
    /** Where it listens as a program of its own. */
    public static final int PORT = 4318;

    private static final int OK = 200;

    private final HttpServer server;
    private final List<String> told = new CopyOnWriteArrayList<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    /** As a program, for as long as nobody ends it. Needs nothing but Java. */
    public static void main(String[] arguments) throws IOException {
        at(new InetSocketAddress(PORT));
    }

    static TraceCollector start() throws IOException {
        return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static TraceCollector at(InetSocketAddress address) throws IOException {
        var server = HttpServer.create(address, 0);
        var collector = new TraceCollector(server);
        server.createContext("/v1/traces", collector::take);
        server.createContext("/told", collector::tell);
        server.start();
        return collector;
    }

    private void take(HttpExchange exchange) throws IOException {
        var isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (var body = isZipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            told.add(new String(body.readAllBytes(), ISO_8859_1));
        }
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(OK, -1);
        exchange.close();
    }

    private void tell(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(OK, 0);
        try (var body = exchange.getResponseBody()) {
            body.write(new ToldTraces(told()).written().getBytes(ISO_8859_1));
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whether a service told of such a piece of a trace. */
    boolean has(String service, String name, String trace) {
        return new ToldTraces(told()).have(service, name, trace);
    }

    /** All that was told. */
    List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
