package org.webinararchiver.api.messages;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.webinararchiver.api.problem.Problem;
import org.webinararchiver.api.recordings.SubmissionsByMessage;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.intake.OtherFileUnderWay;
import org.webinararchiver.platform.intake.OtherSubmission;
import org.webinararchiver.platform.room.NoRoom;
import org.webinararchiver.platform.task.Transactions;

/**
 * Takes in what is submitted by message. What can not be taken in goes to the dead letters, with the reason; what meets
 * an outage of ours waits, unacknowledged, until that is over.
 */
@ApplicationScoped
public class SubmissionIntake {
    /** A message that waits holds one of these up; others wait at the broker. */
    private static final int AT_ONCE = 4;

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final Logger LOG = Logger.getLogger(SubmissionIntake.class);

    private final SubmissionsByMessage submissions;
    private final SubmissionAnswers answers;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final String owner;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("submissions-", 0).factory());

    public SubmissionIntake(
            SubmissionsByMessage submissions,
            SubmissionAnswers answers,
            Transactions transactions,
            ObjectMapper json,
            MessageSettings settings) {
        this.submissions = submissions;
        this.answers = answers;
        this.transactions = transactions;
        this.json = json;
        this.owner = settings.owner();
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    @Incoming("submissions")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> submitted(Message<byte[]> message) {
        return CompletableFuture.supplyAsync(() -> isSettled(message.getPayload()), threads)
                .thenCompose(settled -> settled
                        ? message.ack()
                        : message.nack(new IllegalStateException("it could be neither taken in nor put aside")));
    }

    /** Answers whether the message has come to its end, which is nearly always so. */
    private boolean isSettled(byte[] bytes) {
        var reply = Optional.<String>empty();
        try {
            var message = SubmittedMessage.read(bytes, json);
            reply = message.reply();
            answers.accepted(reply, taken(message));
            return true;
        } catch (WebApplicationException e) {
            return refused(
                    bytes, reply, e.getResponse().getEntity() instanceof Problem problem ? problem : unexpected());
        } catch (OtherFileUnderWay e) {
            return refused(bytes, reply, Problem.of(CONFLICT, "other-file-under-way", e.getMessage(), e.advice()));
        } catch (OtherSubmission e) {
            return refused(
                    bytes,
                    reply,
                    Problem.of(
                            UNPROCESSABLE,
                            "key-used-before",
                            e.getMessage(),
                            "Use a new key for each submission, and the same one only to send the same again."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            LOG.error("a submission failed for a fault of ours", e);
            return refused(bytes, reply, unexpected());
        }
    }

    private UUID taken(SubmittedMessage message) throws InterruptedException {
        while (true) {
            try {
                return transactions.call(() -> submissions.take(owner, message.idempotencyKey(), message.submission()));
            } catch (DatabaseAway | NoRoom e) {
                LOG.debug("a submission waits", e); // which outage there is was told already
                Thread.sleep(PAUSE);
            }
        }
    }

    private boolean refused(byte[] bytes, Optional<String> reply, Problem problem) {
        LOG.infof("a submission by message was refused: %s", problem.title());
        answers.refused(reply, problem);
        return answers.putAside(bytes, problem);
    }

    private static Problem unexpected() {
        return Problem.of(500, "unexpected", "This is a fault of ours.", "The log of the API service says more.");
    }
}
