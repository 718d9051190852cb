package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.id;
import static org.webinararchiver.core.timeline.Recording.seconds;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Naming;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;

class ManifestWindowTest {

    @Test
    void withoutAStartAndALengthItIsTheWholeRecording() throws Exception {
        var manifest = filesOfFiveSeconds(8).manifest();

        assertThat(ManifestWindow.of(Optional.empty(), Optional.empty()).appliedTo(manifest))
                .isSameAs(manifest);
    }

    @Test
    void ofManyFilesWithoutAnEndThoseInsideAndTheOneThatGoesOnAreKept() throws Exception {
        var manifest = window(2512, 6).appliedTo(filesOfFiveSeconds(1000).manifest());

        assertThat(manifest.duration()).isEqualTo(seconds(6));
        assertThat(manifest.segments()).extracting(Segment::id).containsExactly(id("502"), id("503"));
        assertThat(clips(manifest))
                .containsExactly(
                        new Clip(id("502"), seconds(0), seconds(2), Optional.of(seconds(6))),
                        new Clip(id("503"), seconds(3), seconds(0), Optional.of(seconds(6))));
    }

    @Test
    void aFileThatEndsWhereTheWindowBeginsIsOutside() throws Exception {
        var manifest = window(10, 10)
                .appliedTo(Recording.lasting(60)
                        .person("Anna", "over", 0, 0, 10)
                        .person("Boris", "goes-on", 0, 0, 10.001)
                        .manifest());

        assertThat(manifest.tracks()).extracting(Track::id).containsExactly("Boris");
        assertThat(clips(manifest))
                .containsExactly(new Clip(id("goes-on"), seconds(0), seconds(10), Optional.of(seconds(0.001))));
    }

    @Test
    void aFileThatBeginsWhereTheWindowEndsIsOutside() throws Exception {
        var manifest = window(10, 10)
                .appliedTo(Recording.lasting(60)
                        .person("Anna", "late", 20)
                        .person("Boris", "in-time", 19.999)
                        .manifest());

        assertThat(manifest.tracks()).extracting(Track::id).containsExactly("Boris");
    }

    @Test
    void theLastFileOfATrackMayGoOnForAsLongAsItLikes() throws Exception {
        var manifest = window(50, 5)
                .appliedTo(Recording.lasting(60).person("Anna", "whole", 1).manifest());

        assertThat(clips(manifest))
                .containsExactly(new Clip(id("whole"), seconds(0), seconds(49), Optional.of(seconds(5))));
    }

    @Test
    void aFileWithAnEndShowsAgainAfterAnother() throws Exception {
        var manifest = window(30, 5)
                .appliedTo(Recording.lasting(60)
                        .person("Anna", "long", 0, 0, 60)
                        .person("Anna", "short", 10, 0, 12)
                        .manifest());

        assertThat(manifest.segments()).extracting(Segment::id).containsExactly(id("long"));
    }

    @Test
    void aTrimmedFileIsTrimmedFurther() throws Exception {
        var manifest = window(10, 5)
                .appliedTo(Recording.lasting(60).person("Anna", "a", 4, 1.5, 30).manifest());

        assertThat(clips(manifest))
                .containsExactly(new Clip(id("a"), seconds(0), seconds(7.5), Optional.of(seconds(5))));
    }

    @Test
    void aWindowThatIsLongerThanTheRecordingDoesNotMakeItLonger() throws Exception {
        var manifest = window(40, 60)
                .appliedTo(Recording.lasting(60).person("Anna", "a", 0).manifest());

        assertThat(manifest.duration()).isEqualTo(seconds(20));
        assertThat(clips(manifest)).containsExactly(new Clip(id("a"), seconds(0), seconds(40), Optional.empty()));
    }

    @Test
    void aStartAloneLeavesTheEndAsItIs() throws Exception {
        var manifest = ManifestWindow.of(Optional.of(seconds(40)), Optional.empty())
                .appliedTo(Recording.lasting(60).person("Anna", "a", 0, 0, 61).manifest());

        assertThat(manifest.duration()).isEqualTo(seconds(20));
        assertThat(clips(manifest))
                .containsExactly(new Clip(id("a"), seconds(0), seconds(40), Optional.of(seconds(21))));
    }

    @Test
    void aStartAfterTheEndIsToldInWords() {
        var manifest = Recording.lasting(2412).person("Anna", "a", 0).manifest();

        assertThatThrownBy(() -> window(3600, 60).appliedTo(manifest))
                .isInstanceOfSatisfying(FailureException.class, failure -> {
                    assertThat(failure.failure()).isInstanceOf(Failure.OfRecording.class);
                    assertThat(failure.failure().message())
                            .isEqualTo("The recording lasts 0:40:12; it cannot begin at 1:00:00.");
                });
    }

    @Test
    void aStartAtTheVeryEndIsTooLate() {
        var manifest = Recording.lasting(60).person("Anna", "a", 0).manifest();

        assertThatThrownBy(() -> window(60, 5).appliedTo(manifest)).isInstanceOf(FailureException.class);
    }

    @Test
    void aLengthBeyondAllMeasureIsNoLimit() throws Exception {
        var forever = ManifestWindow.of(Optional.of(seconds(10)), Optional.of(Duration.ofSeconds(Long.MAX_VALUE)));

        assertThat(forever.appliedTo(filesOfFiveSeconds(8).manifest()).duration())
                .isEqualTo(seconds(30));
    }

    @Test
    void aWindowOfNoLengthIsNone() {
        assertThatThrownBy(() -> window(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> window(-1, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slidesMessagesAndCutsAreThoseOfTheWindow() throws Exception {
        var whole = withProceedings(new Proceedings(
                List.of(slide(0, 10), slide(10, 20), slide(20, 30), slide(30, 40)),
                List.of(new Attachment("deck", "Deck", URI.create("https://media.example/deck.pdf"))),
                List.of(message(9, "before"), message(15, "first"), message(29, "last"), message(30, "after")),
                List.of(seconds(14), seconds(15), seconds(16)),
                Reading.EVERYTHING));

        var proceedings = window(15, 15).appliedTo(whole).proceedings();

        assertThat(proceedings.slides()).containsExactly(slide(10, 20, 0, 5), slide(20, 30, 5, 15));
        assertThat(proceedings.attachments()).hasSize(1);
        assertThat(proceedings.messages()).containsExactly(message(0, "first"), message(14, "last"));
        assertThat(proceedings.cuts()).containsExactly(seconds(0), seconds(1));
    }

    @Test
    void everybodyHasTheNameTheyHadThen() throws Exception {
        var anna = new Participant(
                "Anna",
                "C",
                List.of(
                        new Naming(seconds(0), "A"),
                        new Naming(seconds(10), "B"),
                        new Naming(seconds(20), "C"),
                        new Naming(seconds(40), "D")));
        var whole = Recording.lasting(60).person("Anna", "a", 0).manifest();

        var named = window(15, 15)
                .appliedTo(new Manifest(
                        whole.version(),
                        whole.source(),
                        whole.title(),
                        whole.startedAt(),
                        whole.duration(),
                        List.of(anna),
                        whole.lecturer(),
                        whole.tracks(),
                        whole.segments(),
                        whole.mediaHeaders()))
                .participants()
                .getFirst();

        assertThat(named.names()).containsExactly(new Naming(seconds(0), "B"), new Naming(seconds(5), "C"));
    }

    private static Recording filesOfFiveSeconds(int count) {
        var recording = Recording.lasting(count * 5.0);
        for (int i = 0; i < count; i++) {
            recording.file(Integer.toString(i), camera(5)).person("Anna", Integer.toString(i), i * 5.0);
        }
        return recording;
    }

    private static ManifestWindow window(double start, double length) {
        return ManifestWindow.of(Optional.of(seconds(start)), Optional.of(seconds(length)));
    }

    private static List<Clip> clips(Manifest manifest) {
        return manifest.tracks().stream()
                .flatMap(track -> track.clips().stream())
                .toList();
    }

    private static Manifest withProceedings(Proceedings proceedings) {
        var manifest = Recording.lasting(60).person("Anna", "a", 0).manifest();
        return new Manifest(
                manifest.version(),
                manifest.source(),
                manifest.title(),
                manifest.startedAt(),
                manifest.duration(),
                manifest.participants(),
                manifest.lecturer(),
                manifest.tracks(),
                manifest.segments(),
                manifest.mediaHeaders(),
                proceedings);
    }

    private static Slide slide(double from, double until) {
        return slide(from, until, from, until);
    }

    /** The slide that is shown from here to there in the whole recording. */
    private static Slide slide(double from, double until, double fromNow, double untilNow) {
        return new Slide(
                Optional.of("deck"),
                Optional.of(from + " to " + until),
                Optional.empty(),
                seconds(fromNow),
                seconds(untilNow));
    }

    private static Message message(double at, String text) {
        return new Message(
                Message.Kind.CHAT, seconds(at), Optional.empty(), Optional.empty(), Optional.of("Anna"), text);
    }
}
