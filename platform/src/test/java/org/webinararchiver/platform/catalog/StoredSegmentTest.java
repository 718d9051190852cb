package org.webinararchiver.platform.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.WantedFile;

class StoredSegmentTest {
    private static final Failure GONE = new Failure.OfTask("gone", "It is gone.", "None.");
    private static final URI URL = URI.create("https://media.example/1.mp4");
    private static final WantedFile FILE = new WantedFile(Segment.known("1", URL), WantedFile.Kind.MEDIA);

    private final StoredSegment segment = new StoredSegment(UUID.randomUUID(), FILE, UUID.randomUUID());

    @Test
    void whatCameDamagedStaysWantedAndIsCounted() {
        segment.cameDamaged();
        segment.cameDamaged();
        assertThat(segment.looks()).isEqualTo(2);
        assertThat(segment.state()).isEqualTo(SegmentState.WANTED);
        assertThat(segment.objectKey()).isEmpty();
    }

    @Test
    void theLongestVersionIsKept() {
        segment.keep("short", 10, damage("10"));
        segment.keep("long", 20, damage("20"));
        segment.keep("as long", 20, damage("20 again"));
        segment.keep("shorter", 19, damage("19"));
        assertThat(segment.keptKey()).contains("long");
        segment.missing(GONE);
        assertThat(segment.state()).isEqualTo(SegmentState.STORED);
        assertThat(segment.objectKey()).contains("long");
        assertThat(segment.whyMissing()).contains("It came damaged: 20.");
        assertThat(segment.keptKey()).isEmpty();
    }

    @Test
    void whatCouldNotBeHadAtAllIsMissing() {
        segment.cameDamaged();
        segment.missing(GONE);
        assertThat(segment.state()).isEqualTo(SegmentState.MISSING);
        assertThat(segment.whyMissing()).contains("It is gone.");
        assertThat(segment.objectKey()).isEmpty();
    }

    @Test
    void aWholeFileMakesUpForWhatCameBefore() {
        segment.keep("damaged", 10, damage("10"));
        segment.stored("whole", 20);
        assertThat(segment.state()).isEqualTo(SegmentState.STORED);
        assertThat(segment.objectKey()).contains("whole");
        assertThat(segment.keptKey()).isEmpty();
        assertThat(segment.whyMissing()).isEqualTo(Optional.empty());
    }

    private static Failure damage(String what) {
        return new Failure.Retryable("truncated", "It came damaged: " + what + ".", "None.");
    }
}
