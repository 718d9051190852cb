package org.webinararchiver.standalone.golden;

import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.timeline.ManifestWindow;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.simulator.meeting.Excess;
import org.webinararchiver.simulator.meeting.Excess.Parting;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.MeetingScript;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.meeting.TwinSpec;

/**
 * What is seen when of whole recordings: from what the platform tells to where everything is on the screen. Each is
 * kept in a file among the tests' resources, to be read.
 */
class GoldenTimelinesTest {

    /** Ten minutes of a lecturer in files of a minute, slides, a listener's voice, and what was written. */
    private static Meeting lecture() {
        return Meeting.named("golden-lecture")
                .titled("A lecture with slides")
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(600), lasting(60)))
                .participant("Boris", boris -> boris.microphone(at(401.25), lasting(45)))
                .slide(at(30), 1, 1)
                .slide(at(150.5), 1, 2)
                .slide(at(300), 1, 3)
                .deckPutAway(at(390), 1)
                .message(at(12), "Vera", "Good morning!")
                .question(at(200), "Boris", "Where does it rise?")
                .written();
    }

    @Test
    void aLecture() throws Exception {
        ShownMeeting.of(lecture()).mustBe("lecture");
    }

    /** Nobody is late for their own scene, and a window begins in the middle of a file, a slide and a name. */
    @Test
    void aPartOfALecture() throws Exception {
        ShownMeeting.of(lecture())
                .in(new ManifestWindow(at(130.2), Optional.of(lasting(300))))
                .mustBe("lecture-in-part");
    }

    @Test
    void aPartThatEndsWithTheLecture() throws Exception {
        ShownMeeting.of(lecture())
                .in(new ManifestWindow(at(420), Optional.empty()))
                .mustBe("lecture-from-its-middle");
    }

    /** Ten cameras, twenty microphones: who speaks takes the place of who has been silent for longest. */
    @Test
    void aMeetingOfThirty() throws Exception {
        shownThirty().mustBe("meeting-of-thirty");
    }

    @Test
    void aMeetingOfThirtyInAGallery() throws Exception {
        shownThirty().as(Layout.GALLERY).mustBe("meeting-of-thirty-in-a-gallery");
    }

    @Test
    void ofThirtyOnlyThoseWhoSpeak() throws Exception {
        shownThirty().hidingSilent().mustBe("meeting-of-thirty-without-the-silent");
    }

    @Test
    void oneOfThirtyBesideTheLecturer() throws Exception {
        shownThirty().as(Layout.SPEAKER).mustBe("meeting-of-thirty-by-speaker");
    }

    private static ShownMeeting shownThirty() throws Exception {
        var shown = ShownMeeting.of(meetingOfThirty());
        for (int number = 2; number <= 30; number++) {
            shown.spoken("Person " + number, spokenBy(number));
        }
        return shown;
    }

    private static Meeting meetingOfThirty() {
        var script = Meeting.named("golden-thirty")
                .titled("A meeting of thirty")
                .lecturer("Person 1", anna -> anna.camera(at(0), lasting(300)));
        for (int number = 2; number <= 30; number++) {
            join(script, number);
        }
        return script.written();
    }

    private static void join(MeetingScript script, int number) {
        var from = at(number * 0.5);
        script.participant("Person " + number, person -> {
            if (number <= 10) {
                person.camera(from, lasting(280));
            } else {
                person.microphone(from, lasting(280));
            }
        });
    }

    /** One after another for eight seconds each, ten seconds apart. */
    private static Span spokenBy(int number) {
        return new Span(at(number * 9), at(number * 9 + 8));
    }

    @Test
    void nothingButSlidesOfSeveralDecksBackAndForth() throws Exception {
        var meeting = Meeting.named("golden-slides")
                .titled("Nothing but slides")
                .lecturer("Anna", anna -> anna.microphone(at(0), lasting(100)))
                .slide(at(0), 1, 1)
                .slide(at(10), 1, 2)
                .slide(at(20), 1, 3)
                .slide(at(25), 1, 2)
                .slide(at(30), 2, 7)
                .slide(at(30.04), 2, 8)
                .slide(at(45), 1, 2)
                .deckPutAway(at(50), 2)
                .slide(at(60), 3, 1)
                .slide(at(70), 1, 1)
                .deckPutAway(at(80), 1)
                .written();
        ShownMeeting.of(meeting).mustBe("all-slides");
    }

    @Test
    void toldBySnapshotsAlone() throws Exception {
        ShownMeeting.of(SampleMeetings.toldBySnapshots()).mustBe("snapshots-only");
    }

    /** The platform cut a part out: a file that was running then begins before its place. */
    @Test
    void aPartWasCutOut() throws Exception {
        ShownMeeting.of(SampleMeetings.withCuts()).mustBe("cuts");
    }

    /** A file's picture or sound begins a while after the file does, or the file itself before its place. */
    @Test
    void filesThatBeginBeforeTheirPictureOrTheirPlace() throws Exception {
        var meeting = Meeting.named("golden-prerolls")
                .titled("Prerolls")
                .lecturer(
                        "Anna",
                        anna -> anna.camera(at(0), lasting(20))
                                .camera(at(20), lasting(20), new Excess(lasting(4.5), Duration.ZERO)))
                .participant("Boris", boris -> boris.camera(at(5), lasting(30)))
                .written();
        ShownMeeting.of(meeting)
                .found(files ->
                        files.put(2, pictureAfter(lasting(1.4), files.probes().get(files.file(2)))))
                .found(files ->
                        files.put(3, soundAfter(lasting(2), files.probes().get(files.file(3)))))
                .mustBe("prerolls");
    }

    private static MediaProbe pictureAfter(Duration time, MediaProbe whole) {
        var video = whole.video().orElseThrow();
        return new MediaProbe(
                whole.duration(),
                Optional.of(new VideoStream(
                        video.codec(),
                        video.width(),
                        video.height(),
                        time,
                        video.duration().minus(time),
                        video.frames(),
                        video.fingerprint())),
                whole.audio());
    }

    private static MediaProbe soundAfter(Duration time, MediaProbe whole) {
        var audio = whole.audio().orElseThrow();
        return new MediaProbe(
                whole.duration(),
                whole.video(),
                Optional.of(new AudioStream(
                        audio.codec(),
                        audio.sampleRate(),
                        audio.channels(),
                        time,
                        audio.duration().minus(time),
                        audio.fingerprint())));
    }

    /** The platform names neither people nor files nor streams: files are told apart by their camera alone. */
    @Test
    void withoutIdsOfPeopleFilesAndStreams() throws Exception {
        ShownMeeting.of(partings())
                .told(answer -> {
                    answer.path("eventLogs").forEach(event -> {
                        if (event.path("module").asText().startsWith("mediasession")) {
                            remove(event.path("data"), "id");
                            remove(event.path("data").path("stream"), "id");
                        }
                        if (event.path("module").asText().startsWith("conference")) {
                            remove(event.path("data"), "participationId", "user");
                        }
                    });
                    return answer;
                })
                .mustBe("missing-ids");
    }

    private static void remove(JsonNode node, String... fields) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of(fields));
        }
    }

    /** In each of the ways in which the platform tells it; files go on for longer. */
    @Test
    void streamsThatEndBeforeTheirFiles() throws Exception {
        ShownMeeting.of(partings()).mustBe("deleted-streams");
    }

    private static Meeting partings() {
        return Meeting.named("golden-partings")
                .titled("Streams that end before their files")
                .lecturer(
                        "Anna",
                        anna -> anna.camera(at(0), lasting(60))
                                .screen(
                                        at(40),
                                        lasting(8),
                                        PictureSpec.SCREEN,
                                        Excess.after(lasting(5), Parting.STREAM_DELETED)))
                .participant(
                        "Boris",
                        boris -> boris.camera(at(5), lasting(10), Excess.after(lasting(7), Parting.STREAM_DELETED)))
                .participant(
                        "Clara",
                        clara -> clara.camera(at(6), lasting(12.5), Excess.after(lasting(9), Parting.SOURCE_DELETED)))
                .participant(
                        "Dina",
                        dina -> dina.camera(at(7), lasting(15), Excess.after(lasting(6), Parting.CONFERENCE_DELETED)))
                .participant(
                        "Egor",
                        egor -> egor.microphone(at(8), lasting(17), Excess.after(lasting(8), Parting.WENT_OFFLINE)))
                .written();
    }

    /** The file has only the sound; picture and another sound are VP9 and Opus in a playlist. */
    @Test
    void aPictureInVp9BesideOpus() throws Exception {
        var meeting = Meeting.named("golden-twins")
                .titled("VP9 and Opus")
                .lecturer(
                        "Anna", anna -> anna.camera(at(0), lasting(4)).cameraInTwin(at(4), lasting(6), TwinSpec.USUAL))
                .participant("Boris", boris -> boris.cameraInTwin(at(2), lasting(7), TwinSpec.USUAL))
                .written();
        ShownMeeting.of(meeting).found(files -> files.remove(2)).mustBe("vp9-and-opus");
    }

    @Test
    void oddAndVariableFrameRates() throws Exception {
        var meeting = Meeting.named("golden-rates")
                .titled("Odd and variable frame rates")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(10), PictureSpec.of(640, 360, 7)))
                .participant("Boris", boris -> boris.camera(at(1), lasting(7.3), PictureSpec.of(640, 360, 23)))
                .participant("Clara", clara -> clara.camera(at(2), lasting(8), PictureSpec.of(640, 360, 60)))
                .written();
        ShownMeeting.of(meeting)
                .found(files -> files.put(3, withFrames(31, files.probes().get(files.file(3)))))
                .mustBe("frame-rates");
    }

    private static MediaProbe withFrames(long frames, MediaProbe whole) {
        var video = whole.video().orElseThrow();
        return new MediaProbe(
                whole.duration(),
                Optional.of(new VideoStream(
                        video.codec(),
                        video.width(),
                        video.height(),
                        video.start(),
                        video.duration(),
                        frames,
                        video.fingerprint())),
                whole.audio());
    }

    @Test
    void uprightAndNearlySquareAndVerySmallPictures() throws Exception {
        ShownMeeting.of(shapes()).mustBe("shapes");
    }

    @Test
    void picturesOfAllShapesInAGallery() throws Exception {
        ShownMeeting.of(shapes()).as(Layout.GALLERY).mustBe("shapes-in-a-gallery");
    }

    private static Meeting shapes() {
        return Meeting.named("golden-shapes")
                .titled("4:3, portrait and very small")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(20), PictureSpec.of(640, 480, 25)))
                .participant("Boris", boris -> boris.camera(at(2), lasting(15), PictureSpec.of(360, 640, 25)))
                .participant("Clara", clara -> clara.camera(at(3), lasting(15), PictureSpec.of(160, 90, 15)))
                .participant("Dina", dina -> dina.screen(at(8), lasting(8), PictureSpec.of(1080, 1920, 5)))
                .written();
    }

    /** A camera of which each file has another size, the last ones without a hole between them. */
    @Test
    void aPictureThatChangesItsSize() throws Exception {
        var meeting = Meeting.named("golden-sizes")
                .titled("A picture that changes its size")
                .lecturer(
                        "Anna",
                        anna -> anna.camera(at(0), lasting(4), PictureSpec.of(640, 360, 25))
                                .camera(at(4), lasting(4), PictureSpec.of(320, 240, 15))
                                .camera(at(8.2), lasting(4), PictureSpec.of(1280, 720, 30)))
                .participant("Boris", boris -> boris.microphone(at(2), lasting(8)))
                .written();
        ShownMeeting.of(meeting).mustBe("changing-size");
    }

    /** The lecturer's is shown; without it, the one that was shared last. */
    @Test
    void twoScreensAtOnce() throws Exception {
        var meeting = Meeting.named("golden-screens")
                .titled("Two screens at once")
                .lecturer(
                        "Anna", anna -> anna.camera(at(0), lasting(60)).screen(at(20), lasting(10), PictureSpec.SCREEN))
                .participant(
                        "Boris",
                        boris -> boris.microphone(at(9), lasting(45)).screen(at(10), lasting(40), PictureSpec.SCREEN))
                .participant(
                        "Clara",
                        clara -> clara.microphone(at(24), lasting(20)).screen(at(25), lasting(15), PictureSpec.SCREEN))
                .slide(at(5), 1, 1)
                .written();
        ShownMeeting.of(meeting).mustBe("two-screens");
    }

    /** Nobody leads: whoever speaks is looked at, until somebody else does. */
    @Test
    void aConversationWithoutALecturer() throws Exception {
        var meeting = Meeting.named("golden-conversation")
                .titled("A conversation without a lecturer")
                .participant("Anna", anna -> anna.camera(at(0), lasting(60)))
                .participant("Boris", boris -> boris.camera(at(0.5), lasting(50)))
                .participant("Clara", clara -> clara.microphone(at(3), lasting(30)))
                .written();
        ShownMeeting.of(meeting)
                .spoken("Anna", new Span(at(1), at(12)), new Span(at(40), at(45)))
                .spoken("Boris", new Span(at(11), at(30)))
                .spoken("Clara", new Span(at(5), at(7)))
                .mustBe("conversation");
    }

    @Test
    void aFileThatCouldNotBeHad() throws Exception {
        ShownMeeting.of(lecture()).found(files -> files.remove(3)).mustBe("missing-file");
    }
}
