package org.webinararchiver.core.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.microphone;
import static org.webinararchiver.core.timeline.Recording.screen;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.scene.SceneRules;
import org.webinararchiver.core.scene.Scenes;
import org.webinararchiver.core.scene.Speech;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.Recording;

/** Where somebody may want to go to in a recording. */
class ChaptersTest {

    private static List<String> chapters(Recording recording) {
        var manifest = recording.manifest();
        var scenes = Scenes.of(
                manifest,
                Appearance.of(manifest, recording.probes()),
                slide -> true,
                Speech.UNKNOWN,
                new SceneRules(0, true, false, false),
                recording.timeline().duration());
        return Chapters.of(manifest, scenes).stream()
                .map(chapter -> "%s to %s: %s"
                        .formatted(
                                chapter.time().from().toSeconds(),
                                chapter.time().until().toSeconds(),
                                chapter.title()))
                .toList();
    }

    @Test
    void slidesScreensAndPeopleAreChapters() {
        var recording = Recording.lasting(120)
                .ledBy("Anna")
                .person("Anna", "a", 0)
                .file("a", camera(120))
                .slide("1", 20, 40)
                .slide("Rivers", 40, 60)
                .screen("screen", "s", 70)
                .file("s", screen(20))
                .belongingTo("Anna", "screen");

        assertThat(chapters(recording))
                .containsExactly(
                        "0 to 20: Anna",
                        "20 to 40: Slide 1",
                        "40 to 60: Rivers",
                        "60 to 70: Anna",
                        "70 to 90: Screen of Anna",
                        "90 to 120: Anna");
    }

    @Test
    void whatIsThereForAMomentBelongsToTheChapterBeforeIt() {
        var recording = Recording.lasting(100)
                .person("Anna", "a", 0)
                .file("a", camera(100))
                .slide("1", 3, 30)
                .slide("2", 30, 39)
                .slide("1", 39, 60)
                .slide("3", 60, 69.9)
                .slide("4", 69.9, 100);

        assertThat(chapters(recording)).containsExactly("0 to 69: Slide 1", "69 to 100: Slide 4");
    }

    @Test
    void aTimeWithNothingToLookAtIsNoChapter() {
        var recording = Recording.lasting(100)
                .person("Anna", "voice", 0)
                .file("voice", microphone(100))
                .slide("1", 30, 50)
                .slide("2", 80, 100);

        assertThat(chapters(recording)).containsExactly("0 to 80: Slide 1", "80 to 100: Slide 2");
    }

    @Test
    void aRecordingOfOneThingHasNone() {
        assertThat(chapters(Recording.lasting(100).person("Anna", "a", 0).file("a", camera(100))))
                .isEmpty();
        assertThat(chapters(Recording.lasting(0))).isEmpty();
    }

    @Test
    void aTitleIsOneLineOfWords() {
        var recording = Recording.lasting(100)
                .person("Anna", "a", 0)
                .file("a", camera(100))
                .slide("first\nsecond\u202e", 0, 50)
                .slide("x".repeat(1000), 50, 100);

        assertThat(chapters(recording)).containsExactly("0 to 50: first second", "50 to 100: " + "x".repeat(120) + "…");
    }

    @Test
    void playersReadChaptersAsText() {
        var recording = Recording.lasting(100)
                .person("Anna", "a", 0)
                .file("a", camera(100))
                .slide("A & B --> <c>", 0, 50)
                .slide("2", 50, 100);
        var manifest = recording.manifest();
        var scenes = Scenes.of(
                manifest,
                Appearance.of(manifest, recording.probes()),
                slide -> true,
                Speech.UNKNOWN,
                new SceneRules(0, true, false, false),
                recording.timeline().duration());

        assertThat(WebVtt.ofChapters(Chapters.of(manifest, scenes))).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:50.000
                A &amp; B --&gt; &lt;c&gt;

                00:00:50.000 --> 00:01:40.000
                Slide 2
                """);
    }
}
