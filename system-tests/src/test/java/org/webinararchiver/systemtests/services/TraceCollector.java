package org.webinararchiver.systemtests.services;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes traces as OTLP over HTTP, and finds what is told in them: names, and the numbers of traces as they are. */
final class TraceCollector implements AutoCloseable {
    private static final int OK = 200;

    private final HttpServer server;
    private final List<String> told = new CopyOnWriteArrayList<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    static TraceCollector start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var collector = new TraceCollector(server);
        server.createContext("/v1/traces", exchange -> {
            var isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (var body = isZipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                collector.told.add(new String(body.readAllBytes(), ISO_8859_1));
            }
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(OK, -1);
            exchange.close();
        });
        server.start();
        return collector;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whether a service told of such a piece of a trace. */
    boolean has(String service, String name, String trace) {
        var number = new String(HexFormat.of().parseHex(trace), ISO_8859_1);
        return told.stream().anyMatch(each -> each.contains(service) && each.contains(name) && each.contains(number));
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
