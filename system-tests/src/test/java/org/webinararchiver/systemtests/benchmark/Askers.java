package org.webinararchiver.systemtests.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Programs that ask once a second how some recording stands, and others that listen to what happens to all of them. */
final class Askers implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI recordings;
    private final Answers answers = new Answers();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    /** @param recordings where recordings are submitted and found */
    Askers(URI recordings) {
        this.recordings = recordings;
    }

    void ask(int programs, List<String> ids) {
        for (int program = 0; program < programs; program++) {
            threads.submit(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    ask(ids.get(ThreadLocalRandom.current().nextInt(ids.size())));
                    Thread.sleep(PAUSE);
                }
                return null;
            });
        }
    }

    private void ask(String id) throws InterruptedException {
        long from = System.nanoTime();
        try {
            var answer = http.send(request("/" + id), BodyHandlers.discarding());
            failures.addAndGet(answer.statusCode() == 200 ? 0 : 1);
        } catch (IOException e) {
            failures.incrementAndGet();
        }
        answers.add(Duration.ofNanos(System.nanoTime() - from));
    }

    void listen(int programs) {
        for (int program = 0; program < programs; program++) {
            threads.submit(() -> {
                http.send(request("/events"), BodyHandlers.ofLines())
                        .body()
                        .filter(line -> line.startsWith("event:"))
                        .forEach(line -> events.incrementAndGet());
                failures.incrementAndGet(); // it has been hung up on
                return null;
            });
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(recordings + path)).build();
    }

    Answers answers() {
        return answers;
    }

    long events() {
        return events.get();
    }

    /** How often there was no answer, another one than 200, or an end of what is listened to. */
    long failures() {
        return failures.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
