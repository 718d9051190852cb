package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.timeline.Gap;

class GapListTest {
    private final GapList gaps = new GapList(new Manifest(
            1,
            "test",
            "title",
            Optional.empty(),
            Duration.ofMinutes(1),
            List.of(),
            Optional.empty(),
            List.of(new Track("camera", Track.Kind.PERSON, Optional.of("Anna"), List.of())),
            List.of(),
            Map.of()));

    @Test
    void aDamageIsAGapOfItsTracksParticipant() {
        gaps.addDamages(List.of(damage("a", 5, 10)));

        assertThat(gaps.sorted()).containsExactly(gap("a", 5, 10));
    }

    @Test
    void pictureAndSoundThatAreMissingAtOneTimeAreOneGap() {
        gaps.addDamages(List.of(damage("a", 6, 10)));
        gaps.addDamages(List.of(damage("a", 5, 9)));

        assertThat(gaps.sorted()).containsExactly(gap("a", 5, 10));
    }

    @Test
    void aDamageThatJoinsTwoMakesThemOne() {
        gaps.addDamages(List.of(damage("a", 1, 3), damage("a", 5, 8), damage("a", 3, 5)));

        assertThat(gaps.sorted()).containsExactly(gap("a", 1, 8));
    }

    @Test
    void gapsOfDifferentFilesStayApartAndInOrder() {
        gaps.addGaps(List.of(gap("b", 6, 8)));
        gaps.addDamages(List.of(damage("a", 5, 7)));

        assertThat(gaps.sorted()).containsExactly(gap("a", 5, 7), gap("b", 6, 8));
    }

    private static Damage damage(String segment, int from, int until) {
        return new Damage(segment, "camera", Duration.ofSeconds(from), Duration.ofSeconds(until));
    }

    private static Gap gap(String segment, int from, int until) {
        return new Gap(segment, "camera", Optional.of("Anna"), Duration.ofSeconds(from), Duration.ofSeconds(until));
    }
}
