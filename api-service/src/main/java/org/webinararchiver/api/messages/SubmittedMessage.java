package org.webinararchiver.api.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.api.recordings.Submission;

/**
 * A message as it came: what a body of {@code POST /api/v1/recordings} may hold, and beside it its key and where the
 * answer goes.
 *
 * @param idempotencyKey as the header of that name; empty for none
 * @param reply with which routing key behind {@code submission.} the answer is published; empty for no answer
 */
record SubmittedMessage(Submission submission, Optional<String> idempotencyKey, Optional<String> reply) {
    private static final int MOST_BYTES = 64 << 10;
    private static final Pattern ROUTING_KEY = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int LONGEST_KEY = 200;

    /** @throws jakarta.ws.rs.WebApplicationException when it is none; the words hold nothing of the message */
    static SubmittedMessage read(byte[] bytes, ObjectMapper json) {
        if (bytes.length > MOST_BYTES) {
            throw ExpectedBody.SUBMISSION.refused("It is longer than 64 KiB.");
        }
        try {
            var tree = json.readTree(bytes);
            if (!(tree instanceof ObjectNode fields)) {
                throw ExpectedBody.SUBMISSION.refused("It is no JSON object.");
            }
            var reply = Optional.ofNullable(fields.remove("reply")).map(SubmittedMessage::routingKey);
            var key = Optional.ofNullable(fields.remove("idempotencyKey")).map(JsonNode::asText);
            return new SubmittedMessage(json.treeToValue(fields, Submission.class), key, reply);
        } catch (MismatchedInputException e) {
            var field =
                    e.getPath().isEmpty() ? "" : " (" + e.getPath().getFirst().getFieldName() + ")";
            throw ExpectedBody.SUBMISSION.refused("A field is unknown or has another form" + field + ".");
        } catch (IOException e) {
            throw ExpectedBody.SUBMISSION.refused("It is no JSON.");
        }
    }

    private static String routingKey(JsonNode reply) {
        var text = reply.isTextual() ? reply.asText() : "";
        if (text.length() > LONGEST_KEY || !ROUTING_KEY.matcher(text).matches()) {
            throw ExpectedBody.SUBMISSION.refused("The field reply is words of letters and digits, joined by dots.");
        }
        return text;
    }
}
