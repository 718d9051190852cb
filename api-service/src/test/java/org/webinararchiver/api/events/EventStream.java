package org.webinararchiver.api.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens to a stream of events, as a browser does. */
final class EventStream implements AutoCloseable {
    private final HttpResponse<InputStream> answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private volatile boolean ended;

    record Event(String id, String name, String data) {}

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::read);
    }

    static EventStream open(HttpClient client, URI address, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new EventStream(client.send(request.build(), BodyHandlers.ofInputStream()));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var id = "";
            var name = "";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var value = line.substring(line.indexOf(':') + 1);
                if (line.startsWith("id:")) {
                    id = value;
                } else if (line.startsWith("event:")) {
                    name = value;
                } else if (line.startsWith("data:")) {
                    data.append(value);
                } else if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, name, data.toString()));
                    data.setLength(0);
                }
            }
            ended = true;
        } catch (IOException closed) {
            ended = true;
        }
    }

    int status() {
        return answer.statusCode();
    }

    String type() {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    int comments() {
        return comments.get();
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
