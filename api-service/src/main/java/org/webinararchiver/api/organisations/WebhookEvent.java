package org.webinararchiver.api.organisations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.webinararchiver.api.problem.ExpectedBody;

/**
 * What the platform tells by a webhook: {@code {"event": "recordFile.ready", "occurredAt": …, "data": {…}}}, see
 * help.mts-link.ru/article/23800 and 19419. Nothing but its name is read: it wakes, and says nothing that is believed.
 */
final class WebhookEvent {
    private static final int MOST_BYTES = 64 << 10;
    private static final JsonMapper JSON = new JsonMapper();

    /** After these the organisation's list may have a recording that it did not have before. */
    private static final Set<String> OF_RECORDINGS = Set.of("recordFile.ready", "eventSession.ended");

    private WebhookEvent() {}

    /** @throws jakarta.ws.rs.WebApplicationException when it is no event */
    static boolean tellsOfARecording(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw ExpectedBody.EVENT.refused("It is too long.");
        }
        try {
            return OF_RECORDINGS.contains(JSON.readTree(bytes).path("event").asText());
        } catch (JsonProcessingException e) {
            throw ExpectedBody.EVENT.refused("It is no JSON.");
        }
    }
}
