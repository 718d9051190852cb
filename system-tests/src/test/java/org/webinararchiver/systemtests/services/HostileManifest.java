package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import org.webinararchiver.simulator.meeting.Take;

/** What the manifest of a {@link HostileWebinar} tells, however its log words it. */
final class HostileManifest {
    private final JsonPath manifest;

    HostileManifest(String json) {
        this.manifest = JsonPath.from(json);
    }

    void mustTellEverything() {
        assertThat(manifest.getList("participants.name"))
                .contains("Anna Petrovna", "Boris", "Vera", "Gleb", "Dora", "Zoya");
        assertThat(manifest.getList("participants.find { it.name == 'Anna Petrovna' }.names.name"))
                .contains("Anna", "Anna Petrovna");
        assertThat(manifest.getList("proceedings.slides")).hasSize(4);
        assertThat(manifest.getList("proceedings.attachments.name")).containsExactlyInAnyOrder("Deck 1", "Deck 2");
        assertThat(manifest.getList("proceedings.slides.picture"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(manifest.getList("proceedings.messages.text"))
                .contains("Слышно хорошо.", "А где исток?", "Не в болоте ли?");
        assertThat(manifest.getList("proceedings.messages.author")).contains("Boris", "Vera", "Gleb");
        assertThat(manifest.getList("proceedings.messages.kind")).contains("CHAT", "QUESTION");
        assertThat(manifest.getList("proceedings.cuts")).hasSize(1);
        assertThat(manifest.getMap("proceedings.reading.odd")).isEmpty();
        HostileWebinar.MEETING.takes().forEach(this::mustTell);
    }

    /** However the log words the beginning and the end of a file. */
    private void mustTell(Take take) {
        var segment = manifest.getString("segments.find { it.url.endsWith('/%s.mp4') }.id".formatted(take.file()));
        Map<String, String> clip =
                manifest.getMap("tracks.clips.flatten().find { it.segment == '%s' }".formatted(segment));
        assertThat(Duration.parse(clip.get("start")))
                .as("beginning of %s", take)
                .isEqualTo(take.at());
        assertThat(Duration.parse(clip.get("trim")))
                .as("preroll of %s", take)
                .isEqualTo(take.excess().before());
        if (!take.excess().after().isZero()) {
            assertThat(Duration.parse(clip.get("end"))).as("end of %s", take).isEqualTo(take.end());
        }
    }
}
