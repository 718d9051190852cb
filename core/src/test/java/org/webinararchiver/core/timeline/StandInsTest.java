package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.audio;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.id;
import static org.webinararchiver.core.timeline.Recording.microphone;
import static org.webinararchiver.core.timeline.Recording.seconds;
import static org.webinararchiver.core.timeline.Recording.video;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.timeline.Stretch.Footage;

class StandInsTest {

    @Test
    void thePictureOfARunIsShownWhereItsFileHasOnlySound() {
        var recording = Recording.lasting(20)
                .seen("Anna")
                .file("a", microphone(6))
                .file("run", pictureFrom(0, 6))
                .person("Anna", "a", 3);

        var timeline = laid(recording, run("run", 0, 0)).timeline();

        assertThat(shown(timeline))
                .containsExactly(
                        new Footage(id("run"), "Anna", seconds(3), seconds(0), seconds(0), seconds(6), seconds(0)));
        assertThat(timeline.voices()).extracting(Voice::segment).containsExactly(id("a"));
        assertThat(timeline.gaps()).isEmpty();
    }

    @Test
    void ofARunWithSoundOnlyThePictureIsTakenWhereTheFileHasTheSound() {
        var recording = Recording.lasting(20)
                .seen("Anna")
                .file("a", microphone(6))
                .file("run", camera(6))
                .person("Anna", "a", 3);

        var timeline = laid(recording, run("run", 0, 0)).timeline();

        assertThat(shown(timeline)).extracting(Footage::segment).containsExactly(id("run"));
        assertThat(timeline.voices()).extracting(Voice::segment).containsExactly(id("a"));
    }

    @Test
    void pictureAndSoundStandInForAMissingFile() {
        var recording = Recording.lasting(20)
                .file("picture", pictureFrom(0.08, 6))
                .file("sound", soundFrom(0, 6))
                .person("Anna", "a", 3);

        var timeline = laid(recording, run("picture", 0, 0), run("sound", 0, 0)).timeline();

        assertThat(shown(timeline)).extracting(Footage::at).containsExactly(seconds(3.08));
        assertThat(timeline.voices())
                .containsExactly(new Voice(id("sound"), "Anna", seconds(0), seconds(3), seconds(6)));
        assertThat(timeline.gaps()).isEmpty();
    }

    @Test
    void aRunWhoseClockBeginsAnywhereIsShownAtItsPlace() {
        var recording = Recording.lasting(20)
                .seen("Anna")
                .file("a", microphone(6))
                .file("run", pictureFrom(3600.4, 6))
                .person("Anna", "a", 3);

        var timeline = laid(recording, run("run", 0, 0)).timeline();

        assertThat(shown(timeline))
                .containsExactly(new Footage(
                        id("run"), "Anna", seconds(3), seconds(0), seconds(3600.4), seconds(6), seconds(0)));
    }

    @Test
    void runsBehindADiscontinuityAreShownAfterThoseBeforeIt() {
        var recording = Recording.lasting(20)
                .seen("Anna")
                .file("a", microphone(6))
                .file("first", pictureFrom(0, 4))
                .file("second", pictureFrom(100, 2))
                .person("Anna", "a", 3);

        var timeline = laid(recording, run("first", 0, 0), run("second", 1, 4)).timeline();

        assertThat(shown(timeline)).extracting(Footage::at).containsExactly(seconds(3), seconds(7));
        assertThat(shown(timeline)).extracting(Footage::from).containsExactly(seconds(0), seconds(100));
    }

    @Test
    void runsOfOneClockAreShownByThatClockWhateverRoundingTheLengthsHave() {
        var recording = Recording.lasting(20)
                .seen("Anna")
                .file("a", microphone(6))
                .file("first", pictureFrom(10, 4))
                .file("second", pictureFrom(14.04, 2))
                .person("Anna", "a", 3);

        var timeline = laid(recording, run("first", 0, 0), run("second", 0, 4)).timeline();

        assertThat(shown(timeline)).extracting(Footage::at).containsExactly(seconds(3), seconds(7.04));
    }

    @Test
    void ofARunOnlyThatPartIsShownThatIsWithinTheClip() {
        var recording = Recording.lasting(20)
                .seen("Anna")
                .file("a", microphone(10))
                .file("early", pictureFrom(0, 2))
                .file("run", pictureFrom(50, 8))
                .person("Anna", "a", 5, 3, 9);

        var timeline = laid(recording, run("early", 0, 0), run("run", 1, 2)).timeline();

        assertThat(shown(timeline))
                .containsExactly(
                        new Footage(id("run"), "Anna", seconds(5), seconds(0), seconds(51), seconds(4), seconds(0)));
    }

    @Test
    void aFileThatHasAPictureNeedsNoTwin() {
        var recording = Recording.lasting(20)
                .seen("Anna")
                .file("a", camera(6))
                .file("run", camera(6))
                .person("Anna", "a", 3);

        assertThat(shown(laid(recording, run("run", 0, 0)).timeline()))
                .extracting(Footage::segment)
                .containsExactly(id("a"));
    }

    @Test
    void aRunThatIsOfNoUseLeavesTheFileMissing() {
        var recording = Recording.lasting(20)
                .file("b", microphone(2))
                .person("Anna", "a", 3)
                .person("Anna", "b", 9);

        assertThat(laid(recording, run("run", 0, 0)).timeline().gaps())
                .containsExactly(new Gap(id("a"), "Anna", Optional.of("Anna"), seconds(3), seconds(9)));
    }

    @Test
    void aPictureThatNeitherFileNorTwinCouldGiveIsMissedWhereTheSoundIsHeard() {
        var recording =
                Recording.lasting(20).seen("Anna").file("a", soundFrom(0.5, 6)).person("Anna", "a", 3);

        var laid = StandIns.laid(recording.manifest(), new Twins(Map.of(), Set.of(id("a"))), recording.probes());

        assertThat(laid.timeline().gaps())
                .containsExactly(new Gap(id("a"), "Anna", Optional.of("Anna"), seconds(3.5), seconds(9.5)));
        assertThat(laid.timeline().voices()).hasSize(1);
    }

    @Test
    void whatIsMissingBetweenTwoRunsIsTold() {
        var recording = Recording.lasting(20)
                .seen("Anna")
                .file("a", microphone(10))
                .file("first", pictureFrom(0, 4))
                .file("second", pictureFrom(6, 4))
                .person("Anna", "a", 3);

        var timeline = laid(recording, run("first", 0, 0), run("second", 0, 6)).timeline();

        assertThat(timeline.gaps())
                .containsExactly(new Gap(id("a"), "Anna", Optional.of("Anna"), seconds(7), seconds(9)));
    }

    @Test
    void aPictureThatNobodyKnewOfIsNotMissed() {
        var recording = Recording.lasting(20).file("a", microphone(6)).person("Anna", "a", 3);

        var laid = StandIns.laid(recording.manifest(), new Twins(Map.of(), Set.of(id("a"))), recording.probes());

        assertThat(laid.timeline().gaps()).isEmpty();
    }

    private static StandIns laid(Recording recording, TwinRun... runs) {
        return StandIns.laid(
                recording.manifest(), new Twins(Map.of(id("a"), List.of(runs)), Set.of()), recording.probes());
    }

    private static TwinRun run(String file, long discontinuity, double at) {
        return new TwinRun(id(file), discontinuity, seconds(at));
    }

    private static List<Footage> shown(Timeline timeline) {
        return timeline.picture().stretches().stream()
                .filter(Footage.class::isInstance)
                .map(Footage.class::cast)
                .toList();
    }

    private static MediaProbe pictureFrom(double start, double lasting) {
        return new MediaProbe(seconds(start + lasting), Optional.of(video(start, lasting, "twin")), Optional.empty());
    }

    private static MediaProbe soundFrom(double start, double lasting) {
        return new MediaProbe(seconds(start + lasting), Optional.empty(), Optional.of(audio(start, lasting)));
    }
}
