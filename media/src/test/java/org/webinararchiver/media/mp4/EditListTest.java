package org.webinararchiver.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A track of 90,000 ticks a second in a movie of 1,000. */
class EditListTest {
    private static final Timescale MOVIE = new Timescale(1_000);
    private static final Timescale TRACK = new Timescale(90_000);

    @Test
    void withoutEditsTheSamplesTell() throws Exception {
        assertThat(EditList.none(MOVIE).show(samples(9_000, 90_000), TRACK)).isEqualTo(span(100, 1_100));
    }

    @Test
    void aPauseDelaysAndABeginningIsSkipped() throws Exception {
        var edits = edits(500, new EditList.Edit(0, 45_000));
        assertThat(edits.show(samples(0, 90_000), TRACK)).isEqualTo(span(500, 1_000));
    }

    @Test
    void aLengthThatIsATickOffIsNoCut() throws Exception {
        var exact = Duration.ofNanos(999_988_889);
        for (var length : List.of(999L, 1_000L)) {
            var edits = edits(0, new EditList.Edit(length, 0));
            assertThat(edits.show(samples(0, 89_999), TRACK).end()).isEqualTo(exact);
        }
        assertThat(edits(0, new EditList.Edit(998, 0)).show(samples(0, 89_999), TRACK))
                .isEqualTo(span(0, 998));
    }

    @Test
    void severalPartsLastAsLongAsTheySay() throws Exception {
        var edits = edits(100, new EditList.Edit(200, 0), new EditList.Edit(300, -1), new EditList.Edit(400, 45_000));
        assertThat(edits.show(samples(0, 90_000), TRACK)).isEqualTo(span(100, 1_000));
    }

    @Test
    void whatIsSkippedWhollyLastsNoTime() throws Exception {
        var edits = edits(0, new EditList.Edit(0, 900_000));
        assertThat(edits.show(samples(0, 90_000), TRACK)).isEqualTo(span(0, 0));
    }

    @Test
    void aTrackWithoutSamplesIsNeverShown() throws Exception {
        assertThat(edits(500).show(new SampleTimes(), TRACK)).isEqualTo(span(0, 0));
    }

    private static EditList edits(long pause, EditList.Edit... edits) {
        return new EditList(pause, List.of(edits), MOVIE);
    }

    private static SampleTimes samples(long first, long duration) {
        var times = new SampleTimes();
        times.continueAt(first);
        times.add(1, duration, 0);
        return times;
    }

    private static Span span(long startMillis, long endMillis) {
        return new Span(Duration.ofMillis(startMillis), Duration.ofMillis(endMillis));
    }
}
