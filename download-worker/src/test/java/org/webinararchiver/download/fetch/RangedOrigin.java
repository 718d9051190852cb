package org.webinararchiver.download.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** An origin on 127.0.0.1 with one file, which it sends in ranges unless its test disturbs it. */
final class RangedOrigin implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<Integer, Answer> disturbances = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<ByteRange> sent = new CopyOnWriteArrayList<>();
    private volatile Version version;
    private volatile Answer usual = Answer.RANGE;

    private record Version(byte[] bytes, Map<String, String> headers) {}

    /** @param range and the other as they were sent; empty where they were not */
    record Asked(Optional<String> range, Optional<String> condition) {}

    /** How a request is answered. */
    @FunctionalInterface
    interface Answer {
        Answer RANGE = Request::sendRange;
        Answer WHOLE = Request::sendWhole;

        void to(Request request) throws IOException;

        /** Announces all, sends so many bytes and ends the connection. */
        static Answer breakingAfter(int bytes) {
            return request -> request.sendBeginning(request.range(), bytes);
        }

        static Answer status(int status) {
            return request -> request.exchange.sendResponseHeaders(status, -1);
        }

        /** Sends what was asked for, and says that it is this. */
        static Answer claiming(String contentRange) {
            return request -> {
                request.exchange.getResponseHeaders().set("Content-Range", contentRange);
                request.send(206, request.range());
            };
        }
    }

    /** A request that is being answered. */
    final class Request {
        private final HttpExchange exchange;
        private final Version file = version;

        private Request(HttpExchange exchange) {
            this.exchange = exchange;
        }

        /** What is asked for; the whole file when that is no range, or one of another version. */
        ByteRange range() {
            var whole = ByteRange.of(0, file.bytes().length);
            return isOfThisVersion() ? header("Range").map(this::parsed).orElse(whole) : whole;
        }

        private ByteRange parsed(String header) {
            var range = RANGE.matcher(header);
            if (!range.matches()) {
                throw new IllegalArgumentException(header);
            }
            return new ByteRange(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)))
                    .within(file.bytes().length);
        }

        private boolean isOfThisVersion() {
            return header("If-Range")
                    .map(condition -> file.headers().containsValue(condition))
                    .orElse(true);
        }

        private Optional<String> header(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
        }

        void sendRange() throws IOException {
            if (header("Range").isEmpty() || !isOfThisVersion()) {
                sendWhole();
                return;
            }
            tellRange();
            send(206, range());
        }

        /** To be told before anything is sent. */
        void header(String name, String value) {
            exchange.getResponseHeaders().set(name, value);
        }

        void sendWhole() throws IOException {
            send(200, ByteRange.of(0, file.bytes().length));
        }

        void send(int status, ByteRange range) throws IOException {
            headers(status, range.length());
            exchange.getResponseBody().write(file.bytes(), (int) range.first(), (int) range.length());
            sent.add(range);
        }

        private void sendBeginning(ByteRange range, int bytes) throws IOException {
            tellRange();
            headers(206, range.length());
            exchange.getResponseBody().write(file.bytes(), (int) range.first(), bytes);
            exchange.getResponseBody().flush();
        }

        private void tellRange() {
            var range = range();
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), file.bytes().length));
        }

        private void headers(int status, long length) throws IOException {
            file.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, length);
        }
    }

    private RangedOrigin(HttpServer server, byte[] file) {
        this.server = server;
        change(file, Map.of("ETag", "\"1\""));
    }

    static RangedOrigin of(byte[] file) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var origin = new RangedOrigin(server, file);
        server.setExecutor(origin.threads);
        server.createContext("/", origin::answer);
        server.start();
        return origin;
    }

    /** A file of so many bytes, the same for the same seed. */
    static byte[] noise(int length, int seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** The same, which begins as pictures do. */
    static byte[] picture(int length, int seed) {
        var bytes = noise(length, seed);
        System.arraycopy("GIF89a".getBytes(US_ASCII), 0, bytes, 0, 6);
        return bytes;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = new Request(exchange);
        asked.add(new Asked(request.header("Range"), request.header("If-Range")));
        int number = requests.incrementAndGet();
        try (exchange) {
            disturbances.getOrDefault(number, usual).to(request);
        }
    }

    /** The request of this number, from 1, is answered so. */
    RangedOrigin disturb(int request, Answer answer) {
        disturbances.put(request, answer);
        return this;
    }

    /** Every request that is not disturbed is answered so. */
    RangedOrigin always(Answer answer) {
        usual = answer;
        return this;
    }

    /** From the next request on the file is another. */
    void change(byte[] file, Map<String, String> headers) {
        version = new Version(file, headers);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/file");
    }

    List<Asked> asked() {
        return asked;
    }

    /** What was sent whole, in the order in which that ended. */
    List<ByteRange> sent() {
        return sent;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
