package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.webinararchiver.core.web.WebRequest;

@Timeout(60)
class KeptConnectionsTest {
    private static final int AT_ONCE = 16;

    /** Ports of the other side, one for each connection. */
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();

    /** An answer is given when so many are asked for. */
    private final CyclicBarrier all = new CyclicBarrier(AT_ONCE);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GuardedWeb web = new GuardedWeb(ShortSettings.allowing("127.0.0.1"));
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), AT_ONCE);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            connections.add(exchange.getRemoteAddress().getPort());
            try {
                all.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError("they did not come at once", e);
            }
            exchange.sendResponseHeaders(200, 2);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[2]);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void connectionsThatWereUsedAtOnceAreUsedAgain() throws Exception {
        askAtOnce();
        askAtOnce();
        assertThat(connections).hasSize(AT_ONCE);
    }

    @Test
    void theyAreClosedWhenTheirPlacesAreNeededElsewhere() throws Exception {
        askAtOnce();
        web.closeIdleConnections();
        askAtOnce();
        assertThat(connections).hasSize(2 * AT_ONCE);
    }

    private void askAtOnce() throws Exception {
        var address =
                URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        var requests = new ArrayList<Callable<Integer>>();
        for (int request = 0; request < AT_ONCE; request++) {
            requests.add(() -> {
                try (var answer = web.get(WebRequest.to(address))) {
                    return answer.body().readAllBytes().length;
                }
            });
        }
        for (var answer : threads.invokeAll(requests)) {
            assertThat(answer.get()).isEqualTo(2);
        }
    }
}
