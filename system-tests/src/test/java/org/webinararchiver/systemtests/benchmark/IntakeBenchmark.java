package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.TestBroker;

/** How many links an API service takes in: ten thousand in a list, and one by one of many clients at once. */
class IntakeBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final int LINKS_OF_A_LIST = 10_000;
    private static final int CLIENTS = 20;
    private static final int LINKS_OF_A_CLIENT = 200;

    @TempDir
    Path folder;

    private int links;

    @Test
    void linksOfAListAndOfManyClients() throws Exception {
        try (var deployment = Deployment.begin(
                OUTPUTS,
                folder.resolve("scratch"),
                ServiceJvm.AS_IN_IMAGES,
                TestBroker.server(),
                List.of("api-service"))) {
            deployment.awaitReady();
            var api = deployment.recordings();
            for (var which : List.of("the first", "the second", "the same again")) {
                var list = which.equals("the same again") ? listFrom(links - LINKS_OF_A_LIST) : list();
                var took = timed(() -> assertThat(api.acceptedOfList(list)).hasSize(LINKS_OF_A_LIST));
                Figures.tell(which + " list of 10,000, links a second", perSecond(LINKS_OF_A_LIST, took));
            }
            var answers = new Answers();
            var took = timed(() -> submit(api.submissions(), answers));
            Figures.tell("20 clients, links a second", perSecond(answers.count(), took));
            Figures.tell("of them, the median answer", milliseconds(answers.within(50)));
            Figures.tell("99 of 100 answers within", milliseconds(answers.within(99)));
            var service = deployment.of("api-service").getFirst();
            Figures.tell("memory at most", PeakMemory.of(service.pid()) / 1_000_000 + " MB");
        }
    }

    private String list() {
        var list = listFrom(links);
        links += LINKS_OF_A_LIST;
        return list;
    }

    private static String listFrom(int first) {
        return IntStream.range(first, first + LINKS_OF_A_LIST)
                .mapToObj(IntakeBenchmark::link)
                .collect(Collectors.joining("\n"));
    }

    private static String link(int number) {
        return "https://my.mts-link.ru/12345678/987654321/record-new/" + (1_000_000 + number);
    }

    private void submit(URI submissions, Answers answers) throws Exception {
        try (var http = HttpClient.newHttpClient();
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var each = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> (Callable<Void>) () -> {
                        for (int number = 0; number < LINKS_OF_A_CLIENT; number++) {
                            int one = links + client * LINKS_OF_A_CLIENT + number;
                            answers.add(timed(() -> submit(http, submissions, link(one))));
                        }
                        return null;
                    })
                    .toList();
            for (var client : clients.invokeAll(each)) {
                client.get();
            }
        }
    }

    private static void submit(HttpClient http, URI submissions, String link) throws Exception {
        var request = HttpRequest.newBuilder(submissions)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"link\": \"%s\"}".formatted(link)))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(202);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Duration timed(Work work) {
        long from = System.nanoTime();
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static String perSecond(int links, Duration took) {
        return "%.0f".formatted(links / (took.toMillis() / 1e3));
    }

    private static String milliseconds(Duration took) {
        return took.toMillis() + " ms";
    }
}
