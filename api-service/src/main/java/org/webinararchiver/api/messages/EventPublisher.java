package org.webinararchiver.api.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.database.OneOfAll;
import org.webinararchiver.platform.database.OneOfAll.Duty;
import org.webinararchiver.platform.outbox.Outbox;
import org.webinararchiver.platform.outbox.OutboxEvent;
import org.webinararchiver.platform.task.Transactions;

/**
 * Publishes what happens to recordings: at least once, and of one recording in order, which is why one process does it
 * at a time, one event after the other. What a broker that is away does not confirm stays where it is.
 */
@ApplicationScoped
public class EventPublisher {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;
    private static final Logger LOG = Logger.getLogger(EventPublisher.class);

    private final Outbox outbox;
    private final OneOfAll oneOfAll;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Sender sender;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-publisher").factory());
    private volatile boolean ends;

    public EventPublisher(
            Outbox outbox,
            OneOfAll oneOfAll,
            Transactions transactions,
            ObjectMapper json,
            @Channel("recording-events") MutinyEmitter<byte[]> channel) {
        this.outbox = outbox;
        this.oneOfAll = oneOfAll;
        this.transactions = transactions;
        this.json = json;
        this.sender = new Sender(channel);
    }

    void start(@Observes StartupEvent event) {
        clockwork.scheduleWithFixedDelay(
                this::guarded, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        ends = true;
        clockwork.shutdown();
    }

    private void guarded() {
        try {
            oneOfAll.run(Duty.PUBLISHING, this::publishAll);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("events could not be published, it is tried again", e); // an outage is told by whoever works
        }
    }

    private void publishAll() {
        while (!ends && publishSome()) {
            LOG.trace("there may be more events");
        }
    }

    /** Answers whether there may be more to do now. */
    private boolean publishSome() {
        var events = transactions.call(() -> outbox.next(AT_ONCE));
        var published = publish(events);
        transactions.run(() -> outbox.published(published));
        return events.size() == AT_ONCE && published.size() == AT_ONCE;
    }

    /** Ends with the first that is not confirmed, for those behind it may be of the same recording. */
    private List<Long> publish(List<OutboxEvent> events) {
        var published = new ArrayList<Long>();
        for (var event : events) {
            if (ends || !isSent(event)) {
                break;
            }
            published.add(event.id());
        }
        return published;
    }

    private boolean isSent(OutboxEvent event) {
        var message = RecordingEventMessage.of(event);
        var metadata = Sender.json(message.routingKey())
                .withMessageId(Long.toString(event.id()))
                .build();
        return sender.isSent(inJson(message), metadata);
    }

    private byte[] inJson(RecordingEventMessage message) {
        try {
            return json.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is plain text", e);
        }
    }
}
