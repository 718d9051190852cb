package org.webinararchiver.standalone.golden;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Metadata;
import org.webinararchiver.sources.mtslink.MtsLinkHosts;
import org.webinararchiver.sources.mtslink.MtsLinkSource;
import org.webinararchiver.sources.mtslink.log.MetadataLimits;

/** Reads what the platform tells of a meeting, as the archive does. */
final class ToldMeeting {
    private static final MtsLinkSource SOURCE =
            new MtsLinkSource(MtsLinkHosts.PUBLIC, MetadataLimits.STANDARD, Clock.systemUTC());

    private ToldMeeting() {}

    /** @param otherwise changes what the platform tells */
    static Manifest manifest(Meeting meeting, UnaryOperator<ObjectNode> otherwise)
            throws FailureException, IOException {
        var told =
                otherwise.apply(Metadata.of(meeting, "https://media.example")).toString();
        var ids = meeting.ids();
        var page = "https://my.mts-link.ru/%d/%d/record-new/%d"
                .formatted(ids.organisation(), ids.room(), ids.eventSession());
        var link = SOURCE.recognise(page).orElseThrow().link();
        return SOURCE.plan(link, Pass.NONE, request -> new WebAnswer(200, Map.of(), body(told)));
    }

    private static ByteArrayInputStream body(String told) {
        return new ByteArrayInputStream(told.getBytes(StandardCharsets.UTF_8));
    }
}
