package org.webinararchiver.api.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.task.TaskClaims;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.testservices.TestBroker;

@ApiTest
@TestProfile(DispatcherTest.AnnouncesAgainAfterTwoSeconds.class)
class DispatcherTest {
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** Long enough to be told apart from a dispatcher that announces whenever it looks. */
    public static final class AnnouncesAgainAfterTwoSeconds implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("archiver.dispatch.again", AGAIN.toString());
        }
    }

    @Inject
    Sources sources;

    @Inject
    Intake intake;

    @Inject
    Recordings recordings;

    @Inject
    TaskClaims claims;

    @Inject
    Transactions transactions;

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private Connection connection;

    /** Tasks of other tests may come before it. */
    private void take(UUID task) {
        await().until(() -> transactions
                .call(() -> claims.claim(TaskKind.PLAN, "worker", Duration.ofHours(1)))
                .filter(claimed -> claimed.id().equals(task))
                .isPresent());
    }

    private record Heard(String message, long nanos) {}

    @BeforeEach
    void listen() throws Exception {
        connection = TestBroker.server().connections().newConnection();
        var channel = connection.createChannel();
        channel.exchangeDeclare("archiver.tasks", "direct", true);
        var queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, "archiver.tasks", TaskKind.PLAN.queue());
        remember(channel, queue);
    }

    @AfterEach
    void listenNoMore() throws IOException {
        connection.close();
    }

    @Test
    void aSubmittedRecordingIsAnnouncedByTheIdOfItsTask() {
        var task = submit();
        await().until(() -> !times(task).isEmpty());
    }

    @Test
    void aTaskThatNobodyTakesIsAnnouncedAgain() {
        var task = submit();
        await().until(() -> times(task).size() >= 2);
    }

    @Test
    void aTaskThatSomebodyTookIsNotAnnouncedAgain() {
        var task = submit();
        await().until(() -> !times(task).isEmpty());
        take(task);
        var before = times(task).size();
        var later = submit();
        await().until(() -> times(later).size() >= 2);
        assertThat(times(task).size()).isEqualTo(before);
    }

    private UUID submit() {
        var link = sources.recognise(Samples.link()).orElseThrow();
        var recording = intake.submit("anna", link).id();
        return (UUID) transactions.call(() -> recordings
                .getEntityManager()
                .createNativeQuery("select id from task where recording_id = :recording")
                .setParameter("recording", recording)
                .getSingleResult());
    }

    private List<Long> times(UUID task) {
        return heard.stream()
                .filter(one -> one.message().equals(task.toString()))
                .map(Heard::nanos)
                .toList();
    }

    private void remember(Channel channel, String queue) throws IOException {
        channel.basicConsume(
                queue,
                true,
                (tag, delivery) -> heard.add(new Heard(new String(delivery.getBody(), UTF_8), System.nanoTime())),
                tag -> {});
    }
}
