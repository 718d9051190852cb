package org.webinararchiver.api.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.webinararchiver.api.problem.Problem;

/** Tells what became of a submission, and puts aside what could not be taken in. */
@ApplicationScoped
public class SubmissionAnswers {
    private static final String DEAD_LETTERS = "submissions";
    private static final String REPLIES = "submission.";

    private final ObjectMapper json;
    private final Sender events;
    private final Sender deadLetters;

    public SubmissionAnswers(
            ObjectMapper json,
            @Channel("recording-events") MutinyEmitter<byte[]> events,
            @Channel("refused-submissions") MutinyEmitter<byte[]> deadLetters) {
        this.json = json;
        this.events = new Sender(events);
        this.deadLetters = new Sender(deadLetters);
    }

    /** What whoever submitted gets; one of the two is null. */
    record Answer(UUID recording, Problem problem) {}

    /** An answer that is lost is no harm: the recording's events follow. */
    void accepted(Optional<String> reply, UUID recording) {
        reply.ifPresent(key -> events.isSent(bytes(new Answer(recording, null)), to(key)));
    }

    void refused(Optional<String> reply, Problem problem) {
        reply.ifPresent(key -> events.isSent(bytes(new Answer(null, problem)), to(key)));
    }

    private static OutgoingRabbitMQMetadata to(String key) {
        return Sender.json(REPLIES + key).build();
    }

    /** Puts the message as it came where a person finds it; answers whether it is there. */
    boolean putAside(byte[] message, Problem problem) {
        return deadLetters.isSent(
                message,
                Sender.json(DEAD_LETTERS)
                        .withHeader("x-refusal-reason", problem.reason())
                        .withHeader("x-refusal-message", problem.title())
                        .withHeader("x-refusal-advice", problem.detail())
                        .build());
    }

    private byte[] bytes(Answer answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is plain text", e);
        }
    }
}
