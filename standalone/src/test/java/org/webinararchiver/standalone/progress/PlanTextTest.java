package org.webinararchiver.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.chart.Overview;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.standalone.plan.Plan;

class PlanTextTest {
    private static final URI PAGE = URI.create("https://my.mts-link.ru/j/12/34/record-new/56");

    private static Clip clip(int second, int until) {
        return new Clip(
                file(second).id(), Duration.ofSeconds(second), Duration.ZERO, Optional.of(Duration.ofSeconds(until)));
    }

    private static Segment file(int second) {
        var url = "https://media.example/" + second + ".mp4";
        return Segment.known(url, URI.create(url));
    }

    private static List<String> lines(String lecturer, List<Clip> lecturers, List<Clip> others) {
        var clips = new ArrayList<>(lecturers);
        clips.addAll(others);
        var manifest = new Manifest(
                1,
                "mts-link",
                "Algebra",
                Optional.of(OffsetDateTime.parse("2026-01-28T17:06:28+03:00")),
                Duration.ofMinutes(70),
                List.of(new Participant("a", lecturer), new Participant("b", "Boris")),
                Optional.of("a"),
                List.of(
                        new Track("1", Track.Kind.PERSON, Optional.of("a"), lecturers, true),
                        new Track("2", Track.Kind.PERSON, Optional.of("b"), others, false)),
                clips.stream()
                        .map(clip -> file((int) clip.start().toSeconds()))
                        .distinct()
                        .toList(),
                Map.of());
        return PlanText.lines(new Plan(PAGE, Overview.of(manifest, Set.of())));
    }

    @Test
    void aPersonReadsWhatTheyWouldGet() {
        assertThat(lines("Anna", List.of(clip(0, 4200)), List.of(clip(60, 120))))
                .containsExactly(
                        "Algebra",
                        "  link        " + PAGE,
                        "  began       2026-01-28 17:06 +03:00",
                        "  lasts       1:10:00",
                        "  people      Anna, (Boris)",
                        "  files       2",
                        "  documents   0",
                        "  slides      0",
                        "  messages    0",
                        "",
                        "  0:00:00  Anna",
                        "  0:01:00  Anna | (Boris)",
                        "  0:02:00  Anna");
    }

    @Test
    void namesOfStrangersMoveNothingOnTheTerminal() {
        assertThat(lines("An\u001b[2Jna\n\u009b2J", List.of(clip(0, 4200)), List.of()))
                .noneMatch(line -> line.contains("\u001b") || line.contains("\u009b") || line.contains("\n"));
    }

    @Test
    void ofManyScenesTheFirstOnesAreTold() {
        var turns = new ArrayList<Clip>();
        for (int second = 1; second < 4000; second += 20) {
            turns.add(clip(second, second + 10));
        }

        assertThat(lines("Anna", List.of(clip(0, 4200)), turns))
                .hasSize(211)
                .last()
                .isEqualTo("  and 201 more scenes; --json tells all of them");
    }
}
