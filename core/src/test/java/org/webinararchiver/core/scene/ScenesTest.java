package org.webinararchiver.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.microphone;
import static org.webinararchiver.core.timeline.Recording.screen;
import static org.webinararchiver.core.timeline.Recording.seconds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.Recording;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.SpanSeries;

/** Who and what is on the screen when. A name in brackets is a card for somebody who is only heard. */
class ScenesTest {
    private static final SceneRules ROOM_FOR_ALL = new SceneRules(30, true, false, false);

    private static Speech said(Object... trackFromUntil) {
        var spoken = new HashMap<String, List<Span>>();
        for (int i = 0; i < trackFromUntil.length; i += 3) {
            spoken.computeIfAbsent((String) trackFromUntil[i], any -> new ArrayList<>())
                    .add(new Span(
                            seconds(((Number) trackFromUntil[i + 1]).doubleValue()),
                            seconds(((Number) trackFromUntil[i + 2]).doubleValue())));
        }
        return new Speech(spoken.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new SpanSeries(entry.getValue()))));
    }

    private static Speech silent(String... tracks) {
        return new Speech(Stream.of(tracks).collect(Collectors.toMap(track -> track, track -> SpanSeries.NONE)));
    }

    private static List<String> scenes(Recording recording) {
        return scenes(recording, Speech.UNKNOWN, ROOM_FOR_ALL);
    }

    private static List<String> scenes(Recording recording, Speech speech, SceneRules rules) {
        return scenes(recording, speech, rules, Set.of());
    }

    private static List<String> scenes(Recording recording, Speech speech, SceneRules rules, Set<String> lostSlides) {
        var timeline = recording.timeline();
        return Scenes.of(
                        recording.manifest(),
                        Appearance.of(recording.manifest(), recording.probes()),
                        slide -> !lostSlides.contains(slide.name().orElseThrow()),
                        speech,
                        rules,
                        timeline.duration())
                .stream()
                .map(ScenesTest::words)
                .toList();
    }

    private static String words(Scene scene) {
        var words = new StringBuilder();
        words.append(scene.time().from().toMillis() / 1000.0)
                .append(" to ")
                .append(scene.time().until().toMillis() / 1000.0)
                .append(": ")
                .append(
                        switch (scene.stage()) {
                            case Stage.Screen(var track) -> track;
                            case Stage.OfSlide(var slide) -> slide.name().orElseThrow();
                            case Stage.Camera(var person) -> person.name();
                            case Stage.Nothing() -> "nothing";
                        });
        if (!scene.people().isEmpty()) {
            words.append(scene.people().stream()
                    .map(person -> person.seen() ? person.name() : "(" + person.name() + ")")
                    .collect(Collectors.joining(", ", " | ", "")));
        }
        if (scene.more() > 0) {
            words.append(" +").append(scene.more());
        }
        if (scene.messages() > 0) {
            words.append(", ").append(scene.messages()).append(" messages");
        }
        return words.toString();
    }

    @Test
    void oneCameraIsAlone() {
        var recording =
                Recording.lasting(10).ledBy("Anna").file("a", camera(10)).person("Anna", "a", 0);

        assertThat(scenes(recording)).containsExactly("0.0 to 10.0: Anna");
    }

    @Test
    void aSharedScreenComesBeforeASlideAndASlideBeforeTheLecturer() {
        var recording = Recording.lasting(20)
                .ledBy("Anna")
                .file("a", camera(20))
                .file("s", screen(5))
                .person("Anna", "a", 0)
                .slide("slide 1", 4, 12)
                .screen("screen", "s", 8);

        assertThat(scenes(recording))
                .containsExactly(
                        "0.0 to 4.0: Anna",
                        "4.0 to 8.0: slide 1 | Anna",
                        "8.0 to 13.0: screen | Anna",
                        "13.0 to 20.0: Anna");
    }

    @Test
    void slidesGoForthAndBack() {
        var recording = Recording.lasting(9)
                .slide("slide 1", 0, 3)
                .slide("slide 2", 3, 6.5)
                .slide("slide 1", 6.5, 9);

        assertThat(scenes(recording))
                .containsExactly("0.0 to 3.0: slide 1", "3.0 to 6.5: slide 2", "6.5 to 9.0: slide 1");
    }

    @Test
    void aSlideWhosePictureIsLostIsNotLookedAt() {
        var recording = Recording.lasting(9)
                .ledBy("Anna")
                .file("a", camera(9))
                .person("Anna", "a", 0)
                .slide("slide 1", 0, 3)
                .slide("slide 2", 3, 9);

        assertThat(scenes(recording, Speech.UNKNOWN, ROOM_FOR_ALL, Set.of("slide 1")))
                .containsExactly("0.0 to 3.0: Anna", "3.0 to 9.0: slide 2 | Anna");
    }

    @Test
    void ofTwoScreensTheLecturersIsLookedAt() {
        var recording = Recording.lasting(10)
                .ledBy("Anna")
                .file("s", screen(10))
                .file("t", screen(4))
                .screen("Annas screen", "s", 0)
                .belongingTo("Anna", "Annas screen")
                .screen("Boris' screen", "t", 2);

        assertThat(scenes(recording)).containsExactly("0.0 to 10.0: Annas screen");
    }

    @Test
    void ofTwoScreensOfOthersTheLaterOneIsLookedAt() {
        var recording = Recording.lasting(10)
                .file("s", screen(10))
                .file("t", screen(4))
                .screen("first", "s", 0)
                .screen("second", "t", 2);

        assertThat(scenes(recording)).containsExactly("0.0 to 2.0: first", "2.0 to 6.0: second", "6.0 to 10.0: first");
    }

    @Test
    void somebodyWhoComesForAMomentIsSeenForThatMoment() {
        var recording = Recording.lasting(10)
                .ledBy("Anna")
                .file("a", camera(10))
                .file("b", camera(0.04))
                .person("Anna", "a", 0)
                .person("Boris", "b", 9.9);

        assertThat(scenes(recording))
                .containsExactly("0.0 to 9.9: Anna", "9.9 to 9.94: Anna | Boris", "9.94 to 10.0: Anna");
    }

    @Test
    void whoIsOnlyHeardHasACard() {
        var recording = Recording.lasting(10)
                .ledBy("Anna")
                .file("a", camera(10))
                .file("b", microphone(4))
                .person("Anna", "a", 0)
                .person("Boris", "b", 3);

        assertThat(scenes(recording))
                .containsExactly("0.0 to 3.0: Anna", "3.0 to 7.0: Anna | (Boris)", "7.0 to 10.0: Anna");
    }

    @Test
    void whoseSoundBeginsAMomentEarlyOrEndsAMomentLateHasNoCardForThatMoment() {
        var file = new MediaProbe(
                seconds(5), Optional.of(Recording.video(0.2, 4.4, "camera")), Optional.of(Recording.audio(0, 5)));
        var recording =
                Recording.lasting(10).file("b", file).person("Boris", "b", 2).slide("slide 1", 0, 10);

        assertThat(scenes(recording))
                .containsExactly("0.0 to 2.2: slide 1", "2.2 to 7.0: slide 1 | Boris", "7.0 to 10.0: slide 1");
    }

    @Test
    void whereNobodyHasAPictureThereAreCardsAlone() {
        var recording = Recording.lasting(4)
                .ledBy("Anna")
                .file("a", microphone(4))
                .file("b", microphone(4))
                .person("Boris", "b", 0)
                .person("Anna", "a", 0);

        assertThat(scenes(recording)).containsExactly("0.0 to 4.0: nothing | (Anna), (Boris)");
    }

    @Test
    void aNewNameMakesANewScene() {
        var recording = Recording.lasting(8)
                .file("b", microphone(8))
                .person("b", "b", 0)
                .named("b", "Guest", 0)
                .named("b", "Boris", 5);

        assertThat(scenes(recording)).containsExactly("0.0 to 5.0: nothing | (Guest)", "5.0 to 8.0: nothing | (Boris)");
    }

    @Test
    void twoCamerasOfOnePersonAreOnePerson() {
        var recording = Recording.lasting(10)
                .ledBy("Anna")
                .file("a", camera(10))
                .file("b", camera(8))
                .file("c", camera(2))
                .person("Anna", "a", 0)
                .person("Boris", "b", 0)
                .person("Boris again", "c", 4)
                .belongingTo("Boris", "Boris again");

        assertThat(scenes(recording))
                .as("another track of his, under the same name")
                .containsExactly(
                        "0.0 to 4.0: Anna | Boris",
                        "4.0 to 6.0: Anna | Boris",
                        "6.0 to 8.0: Anna | Boris",
                        "8.0 to 10.0: Anna");
    }

    @Test
    void withoutALecturerWhoeverSpeaksIsLookedAtUntilSomebodyElseSpeaks() {
        var recording = Recording.lasting(40)
                .file("b", camera(40))
                .file("c", camera(40))
                .person("Boris", "b", 0)
                .person("Clara", "c", 0);

        assertThat(scenes(recording, said("Clara", 2, 5, "Boris", 20, 25), ROOM_FOR_ALL))
                .as("both speak for as long in all, so the one who was listed first is looked at first")
                .containsExactly(
                        "0.0 to 2.0: Boris | Clara", "2.0 to 20.0: Clara | Boris", "20.0 to 40.0: Boris | Clara");
    }

    @Test
    void whoSpeaksMostStandsFirstAndTheLecturerBeforeAll() {
        var recording = Recording.lasting(20)
                .ledBy("Anna")
                .file("a", microphone(20))
                .file("b", camera(20))
                .file("c", camera(20))
                .slide("slide 1", 0, 20)
                .person("Boris", "b", 0)
                .person("Clara", "c", 0)
                .person("Anna", "a", 0);

        assertThat(scenes(recording, said("Clara", 2, 9, "Boris", 12, 14, "Anna", 3, 4), ROOM_FOR_ALL))
                .containsExactly("0.0 to 20.0: slide 1 | (Anna), Clara, Boris");
    }

    @Test
    void whereThereIsNotRoomForAllWhoeverSpeaksTakesThePlaceOfTheOneSilentForLongest() {
        var recording = Recording.lasting(60).slide("slide 1", 0, 60);
        for (var name : List.of("Boris", "Clara", "Dora")) {
            recording.file(name, camera(60)).person(name, name, 0);
        }

        assertThat(scenes(
                        recording,
                        said("Boris", 0, 10, "Clara", 10, 15, "Dora", 30, 33, "Boris", 50, 51),
                        new SceneRules(2, true, false, false)))
                .containsExactly(
                        "0.0 to 30.0: slide 1 | Boris, Clara +1",
                        "30.0 to 50.0: slide 1 | Clara, Dora +1",
                        "50.0 to 60.0: slide 1 | Boris, Dora +1");
    }

    @Test
    void roomForOneCanBeForWhoeverSpeaks() {
        var recording = Recording.lasting(30)
                .ledBy("Anna")
                .file("a", camera(30))
                .file("b", camera(30))
                .person("Anna", "a", 0)
                .person("Boris", "b", 0)
                .slide("slide 1", 0, 30);
        var speech = said("Anna", 0, 8, "Boris", 10, 12, "Anna", 20, 30);

        assertThat(scenes(recording, speech, new SceneRules(1, false, false, false)))
                .containsExactly(
                        "0.0 to 10.0: slide 1 | Anna +1",
                        "10.0 to 20.0: slide 1 | Boris +1",
                        "20.0 to 30.0: slide 1 | Anna +1");
        assertThat(scenes(recording, speech, new SceneRules(1, true, false, false)))
                .containsExactly("0.0 to 30.0: slide 1 | Anna +1");
    }

    @Test
    void ofThirtyPeopleThereAreAsManyAsThereIsRoomFor() {
        var recording =
                Recording.lasting(5).ledBy("Anna").file("Anna", camera(5)).person("Anna", "Anna", 0);
        IntStream.range(1, 30)
                .mapToObj(number -> "guest " + number)
                .forEach(guest -> recording.file(guest, camera(5)).person(guest, guest, 0));

        assertThat(scenes(recording, Speech.UNKNOWN, new SceneRules(3, true, false, false)))
                .containsExactly("0.0 to 5.0: Anna | guest 1, guest 2, guest 3 +26");
    }

    @Test
    void whoIsSilentCanBeHiddenAndIsThereAsLongAsTheySpeak() {
        var recording = Recording.lasting(30)
                .ledBy("Anna")
                .file("a", camera(30))
                .file("b", camera(30))
                .file("c", microphone(30))
                .person("Anna", "a", 0)
                .person("Boris", "b", 0)
                .person("Clara", "c", 0);
        var speech = new Speech(Map.of(
                "Anna",
                SpanSeries.NONE,
                "Boris",
                new SpanSeries(List.of(new Span(seconds(10), seconds(12)), new Span(seconds(16), seconds(20)))),
                "Clara",
                SpanSeries.NONE));

        assertThat(scenes(recording, speech, new SceneRules(30, true, true, false)))
                .containsExactly("0.0 to 10.0: Anna", "10.0 to 20.0: Anna | Boris", "20.0 to 30.0: Anna");
    }

    @Test
    void whoWasNotListenedToIsNotHidden() {
        var recording = Recording.lasting(5)
                .file("b", microphone(5))
                .file("c", microphone(5))
                .person("Boris", "b", 0)
                .person("Clara", "c", 0);

        assertThat(scenes(recording, silent("Clara"), new SceneRules(30, true, true, false)))
                .containsExactly("0.0 to 5.0: nothing | (Boris)");
    }

    @Test
    void aMessageMakesANewSceneWhereMessagesAreWanted() {
        var recording = Recording.lasting(10)
                .ledBy("Anna")
                .file("a", camera(10))
                .person("Anna", "a", 0)
                .message("Hello", 2)
                .message("Good evening", 2)
                .message("When do we begin?", 7.25);

        assertThat(scenes(recording)).containsExactly("0.0 to 10.0: Anna");
        assertThat(scenes(recording, Speech.UNKNOWN, new SceneRules(30, true, false, true)))
                .containsExactly("0.0 to 2.0: Anna", "2.0 to 7.25: Anna, 2 messages", "7.25 to 10.0: Anna, 3 messages");
    }

    @Test
    void aRecordingThatLastsNoTimeHasNoScenes() {
        assertThat(scenes(Recording.lasting(0))).isEmpty();
    }
}
