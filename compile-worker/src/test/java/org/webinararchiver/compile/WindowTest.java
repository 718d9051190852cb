package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.timeline.ManifestWindow;
import org.webinararchiver.core.timeline.Twins;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.tone.ToneReading;
import org.webinararchiver.simulator.tone.ToneScale;
import org.webinararchiver.simulator.witness.Witness;

/** A part of the sample meeting of forty seconds. */
class WindowTest extends CompilerUnderTest {
    private static final Duration START = Duration.ofMillis(12_300);
    private static final Duration LENGTH = Duration.ofSeconds(10);

    @Test
    void onlyTheWindowIsSeenAndHeardOnAClockOfItsOwn() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var window = ManifestWindow.of(Optional.of(START), Optional.of(LENGTH));

        var file = compile(within(recorded, window.appliedTo(recorded.manifest())));

        assertThat(file.gaps()).isEmpty();
        assertIsWindow(file);
    }

    @Test
    void filesWhoseEndNobodyToldAreCutToo() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var window = ManifestWindow.of(Optional.of(START), Optional.of(LENGTH));

        var file = compile(within(recorded, window.appliedTo(endless(recorded.manifest()))));

        assertIsWindow(file);
    }

    private CompileRequest within(RecordedMeeting recorded, Manifest manifest) {
        var whole = recorded.request(folder);
        assertThat(manifest.segments()).hasSize(3);
        return new CompileRequest(
                manifest,
                whole.shelf(),
                Twins.NONE,
                whole.title(),
                whole.startedAt(),
                Optional.of(LENGTH),
                Look.USUAL.with(Layout.STAGE),
                false,
                whole.scratch(),
                whole.target());
    }

    private static void assertIsWindow(CompiledFile file) throws Exception {
        assertThat(file.duration()).isBetween(Duration.ofMillis(9_950), Duration.ofMillis(10_050));
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            for (long millis : List.of(150, 2_600, 2_800, 6_200, 9_500)) {
                var instant = Duration.ofMillis(millis);
                var was = START.plus(instant);
                assertThat(witness.see(instant).orElseThrow().time())
                        .isBetween(was.minusMillis(70), was.plusMillis(30));
                assertThat(witness.hear(instant)).containsExactly(new ToneReading(1, ToneScale.digit(was.toSeconds())));
            }
        }
    }

    private static Manifest endless(Manifest manifest) {
        var tracks = manifest.tracks().stream()
                .map(track -> new Track(
                        track.id(),
                        track.kind(),
                        track.participant(),
                        track.clips().stream()
                                .map(clip -> Clip.whole(clip.segment(), clip.start()))
                                .toList(),
                        track.pictured()))
                .toList();
        return manifest.with(manifest.duration(), tracks);
    }
}
