package org.webinararchiver.platform.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.recording.StemName;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.task.Transactions;

/** Finished files, and what is beside them. */
@PlatformTest
class ArtifactsTest {
    private static final Companion ANNA =
            Companion.stem(StemName.of(List.of("Анна")).getFirst());

    @Inject
    Artifacts artifacts;

    @Inject
    Intake intake;

    @Inject
    Transactions transactions;

    private UUID recording;

    @BeforeEach
    void submit() {
        recording = intake.submit("anna", Samples.link()).id();
    }

    @Test
    void whatIsBesideAFileIsNamedLikeItAndSoundsLastAsLongAsIt() {
        put("video.mp4", Companion.POSTER, ANNA);

        assertThat(names()).containsExactly("video.mp4", "video.poster.jpg", "video.stem-Анна.m4a");
        assertThat(durationOf("video.stem-Анна.m4a")).contains(Duration.ofSeconds(10));
        assertThat(durationOf("video.poster.jpg")).isEmpty();
    }

    @Test
    void whatWasBesideAnEarlierFileOfTheNameGoesWithIt() {
        put("video.mp4", Companion.CHAT_TEXT, ANNA, Companion.SLIDES);
        put("video.mp4", Companion.SLIDES);

        assertThat(names()).containsExactly("video.mp4", "video.slides.zip");
    }

    @Test
    void whatBelongsToOtherFilesStays() {
        put("video_720p.mp4", ANNA);
        put("audio.m4a", ANNA, Companion.CHAT_TEXT);
        put("video.mp4");
        put("audio.m4a");

        assertThat(names()).containsExactly("audio.m4a", "video.mp4", "video_720p.mp4", "video_720p.stem-Анна.m4a");
    }

    private void put(String name, Companion... beside) {
        var file = new Artifact(
                new Artifact.Key(recording, name), "key of " + name, 1, "video/mp4", Duration.ofSeconds(10));
        var stored = new HashMap<Companion, StoredObject>();
        for (var companion : beside) {
            stored.put(companion, new StoredObject("key", 1, "etag", Instant.EPOCH));
        }
        transactions.run(() -> artifacts.put(file, stored));
    }

    private List<String> names() {
        return transactions.call(() -> artifacts.ofRecording(recording)).stream()
                .map(Artifact::name)
                .sorted()
                .toList();
    }

    private Optional<Duration> durationOf(String name) {
        return transactions
                .call(() -> artifacts.named(recording, name))
                .orElseThrow()
                .duration();
    }
}
