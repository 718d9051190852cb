package org.webinararchiver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.sources.SourcesProducer;

/** Any bytes that a platform answers are a recording or a typed failure, and name web addresses alone. */
class MetadataFuzzTest {
    private static final Sources SOURCES = SourcesProducer.standard();

    /** Every plan says a line. */
    private static final Logger LOG = Logger.getLogger("org.webinararchiver");

    private static final RecordingLink LINK = SOURCES.recognise("https://webinar.company.example/1/2/record-new/3")
            .orElseThrow()
            .link();

    @BeforeAll
    static void beSilent() {
        LOG.setLevel(Level.OFF);
    }

    @DictionaryEntries({
        "{\"name\":\"a\",\"duration\":60,\"eventLogs\":[",
        "\"module\":\"",
        "mediasession.add",
        "mediasession.update",
        "conference.add",
        "conference.update",
        "presentation.update",
        "message.add",
        "cut.end",
        "eventsession.start",
        "\"relativeTime\":",
        "\"data\":{",
        "\"snapshot\":{\"data\":{",
        "\"stream\":{\"id\":6,\"conference\":{\"id\":5}}",
        "\"url\":\"https://media.example/a\"",
        "\"fileReference\":{",
        "\"slides\":[",
        "\"isDeleted\":true",
        "\"user\":{",
        "\"nickname\":\"",
        "\"createAt\":\"2026-01-01T00:00:00+0300\"",
        "1e300",
        "null",
        "]}"
    })
    @FuzzTest
    void anyAnswerIsARecordingOrAFailure(byte[] answer) throws IOException {
        try {
            assertSound(SOURCES.named(LINK.source())
                    .plan(LINK, Pass.NONE, request -> new WebAnswer(200, Map.of(), new ByteArrayInputStream(answer))));
        } catch (FailureException e) {
            assertThat(e.failure().advice()).isNotBlank();
        }
    }

    private static void assertSound(Manifest manifest) {
        assertThat(manifest.segments()).isNotEmpty();
        assertThat(manifest.segments()).extracting(Segment::id).doesNotHaveDuplicates();
        assertThat(manifest.segments()).extracting(Segment::url).allMatch(MetadataFuzzTest::isOfTheWeb);
        assertThat(manifest.title()).isNotBlank().matches("[^\\p{Cc}\\p{Cs}]+");
    }

    private static boolean isOfTheWeb(URI address) {
        return (address.getScheme().equalsIgnoreCase("https")
                        || address.getScheme().equalsIgnoreCase("http"))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.toString().matches("[!-~]+");
    }
}
