package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Naming;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;

/** What each kind of event tells, one description under {@code mts-link/} for each. */
class EventTableTest {

    @Test
    void eventsessionStartTellsTheLecturerByNumber() throws Exception {
        assertThat(manifest("eventsession-start").lecturer()).contains("42");
    }

    @Test
    void conferenceAddAndUpdateTellWhoseCameraItIsAndWhetherThereWasAPicture() throws Exception {
        var manifest = manifest("conference");
        assertThat(manifest.participants())
                .containsExactly(new Participant("42", "Anna"), new Participant("participation-9", "Boris Petrov"));
        assertThat(manifest.tracks())
                .extracting(Track::id, Track::participant, Track::pictured)
                .containsExactly(
                        tuple("conference-5", Optional.of("42"), true),
                        tuple("conference-6", Optional.of("participation-9"), false));
    }

    @Test
    void participationRenameTellsAnotherNameFromThenOn() throws Exception {
        assertThat(manifest("participation-rename").participants())
                .containsExactly(new Participant(
                        "42",
                        "Anna Petrova",
                        List.of(
                                new Naming(seconds(1), "Guest 12"),
                                new Naming(seconds(10.5), "Anna"),
                                new Naming(seconds(30), "Anna Petrova"))));
    }

    @Test
    void mediasessionAddBeginsAFile() throws Exception {
        var manifest = manifest("mediasession-add");
        assertThat(manifest.tracks())
                .extracting(Track::id)
                .startsWith("conference-5", "screensharing-7", "conference-stream-22")
                .hasSize(5);
        assertThat(clips(manifest))
                .extracting(Clip::start, Clip::trim, Clip::end)
                .startsWith(
                        tuple(seconds(1.5), Duration.ZERO, Optional.empty()),
                        tuple(seconds(2), Duration.ZERO, Optional.empty()));
    }

    @Test
    void aTwinIsWhereTheLogSaysOrWhereThePlatformKeepsIt() throws Exception {
        assertThat(manifest("mediasession-add").segments())
                .extracting(Segment::twin)
                .startsWith(
                        Optional.of(URI.create("https://delivery.example/a.mp4/playlist.m3u8")),
                        Optional.of(URI.create("https://events-delivery-records.webinar.ru"
                                + "/record/2026/09/22/0f1e2d3c.mp4/playlist.m3u8")),
                        Optional.empty());
    }

    @Test
    void mediasessionUpdateTellsALength() throws Exception {
        assertThat(manifest("mediasession-update").duration()).isEqualTo(seconds(35.5));
    }

    @Test
    void conferenceDeleteEndsACameraWhereNothingBetterDoes() throws Exception {
        assertThat(ends("conference-delete")).containsExactly(Optional.of(seconds(20)), Optional.of(seconds(30)));
    }

    @Test
    void userlistOfflineEndsWhatIsOfThePerson() throws Exception {
        assertThat(ends("userlist-offline")).containsExactly(Optional.of(seconds(20)), Optional.of(seconds(25)));
    }

    @Test
    void eventsessionStopEndsWhatIsLeft() throws Exception {
        assertThat(ends("eventsession-stop")).containsExactly(Optional.of(seconds(50)), Optional.of(seconds(10)));
    }

    @Test
    void aStreamsDeletionCutsItsClip() throws Exception {
        assertThat(ends("stream-delete")).containsExactly(Optional.of(seconds(12.25)), Optional.of(seconds(30)));
    }

    @Test
    void anUpdateWithIsDeletedDoesTheSame() throws Exception {
        assertThat(ends("is-deleted")).containsExactly(Optional.of(seconds(12.25)), Optional.of(seconds(30)));
    }

    @Test
    void presentationUpdateShowsASlideUntilTheNextOneOrUntilTheDeckIsPutAway() throws Exception {
        var proceedings = manifest("presentation-update").proceedings();
        assertThat(proceedings.slides())
                .containsExactly(
                        slide("3", "1", "https://files.example/3/1.jpg", 5, 20.5),
                        slide("3", "2", "https://files.example/3/2.jpg", 20.5, 40),
                        slide("3", "1", "https://files.example/3/1.jpg", 50, 60));
        assertThat(proceedings.attachments())
                .containsExactly(new Attachment(
                        "3", "Algebra.pptx", URI.create("https://files.example/3/algebra.pptx?download")));
    }

    @Test
    void oneDeckTakesThePlaceOfAnotherAndIsNotPutAwayWithIt() throws Exception {
        var proceedings = manifest("presentation-decks").proceedings();
        assertThat(proceedings.slides())
                .containsExactly(
                        slide("3", "1", "https://files.example/3/1.jpg", 5, 15),
                        slide("4", "1", "https://files.example/4/1.jpg", 15, 25));
        assertThat(proceedings.attachments()).extracting(Attachment::name).containsExactly("First", "Second");
    }

    @Test
    void aPositionLeadsIntoTheListOfSlidesHoweverItIsNested() throws Exception {
        assertThat(manifest("presentation-index").proceedings().slides())
                .containsExactly(
                        slide("3", "a", "https://files.example/a.png", 5, 10),
                        slide("3", "c", "https://files.example/c.png", 10, 20),
                        new Slide(Optional.of("3"), Optional.of("9"), Optional.empty(), seconds(20), seconds(30)),
                        slide("3", "b", "https://files.example/b.png", 30, 40),
                        unnamed("4", "https://files.example/4/a.png", 40, 50),
                        unnamed("4", "https://files.example/4/b.png", 50, 60));
    }

    @Test
    void messageAddIsChatInAllItsVariants() throws Exception {
        assertThat(manifest("message-add").proceedings().messages())
                .containsExactly(
                        new Message(
                                Message.Kind.CHAT,
                                seconds(10),
                                Optional.of(OffsetDateTime.parse("2026-09-22T12:00:10+03:00")),
                                Optional.empty(),
                                Optional.of("Boris"),
                                "Hello"),
                        chat(11, "43", "Vera", "Two\nlines"),
                        chat(12, null, "Gleb Orlov", "Deep"),
                        chat(13, "42", null, "Deeper"),
                        chat(14, "42", null, "Nobody"));
    }

    @Test
    void questionAddIsAQuestion() throws Exception {
        assertThat(manifest("question-add").proceedings().messages())
                .extracting(Message::kind, Message::author, Message::text)
                .containsExactly(
                        tuple(Message.Kind.QUESTION, Optional.of("Boris"), "Why?"),
                        tuple(Message.Kind.QUESTION, Optional.of("Vera"), "How?"),
                        tuple(Message.Kind.CHAT, Optional.of("Gleb"), "A message has numbers of its own"));
    }

    @Test
    void cutEndTellsWhatIsThereAfterTheCut() throws Exception {
        var manifest = manifest("cut-end");
        assertThat(manifest.proceedings().cuts()).containsExactly(seconds(30));
        assertThat(clips(manifest))
                .extracting(Clip::start, Clip::trim)
                .containsExactly(tuple(seconds(1), Duration.ZERO), tuple(seconds(30), seconds(4.25)));
        assertThat(manifest.participants()).extracting(Participant::name).containsExactly("Anna", "Boris");
        assertThat(manifest.tracks()).extracting(Track::pictured).containsExactly(false, true);
        assertThat(manifest.proceedings().messages())
                .extracting(Message::at, Message::text)
                .containsExactly(tuple(seconds(2), "Known"), tuple(seconds(20), "Written during the cut"));
        assertThat(manifest.proceedings().reading().odd()).isEqualTo(Map.of("no url", 1));
    }

    @Test
    void whatASnapshotListsHasBegunBeforeAndIsTrimmedAsExactlyAsTheClockAllows() throws Exception {
        assertThat(clips(manifest("snapshot-preroll")))
                .extracting(Clip::start, Clip::trim, Clip::end)
                .containsExactly(
                        tuple(Duration.ZERO, seconds(12.25), Optional.of(seconds(20))),
                        tuple(seconds(20), Duration.ZERO, Optional.empty()),
                        tuple(Duration.ZERO, Duration.ZERO, Optional.empty()),
                        tuple(Duration.ZERO, Duration.ZERO, Optional.of(seconds(40))));
    }

    @Test
    void ofSnapshotsAtOneMomentTheLaterReplacesWhatIsOfTheSameOwner() throws Exception {
        assertThat(manifest("snapshot-same-moment").segments())
                .extracting(segment -> segment.url().getPath())
                .containsExactly("/long.mp4", "/screen.mp4");
    }

    @Test
    void ofSnapshotsAloneEachFileRunsUntilTheNextOneOfItsOwner() throws Exception {
        var manifest = manifest("snapshots-alone");
        assertThat(manifest.tracks()).extracting(Track::participant).contains(Optional.of("42"));
        assertThat(clips(manifest))
                .extracting(Clip::start, Clip::end)
                .containsExactly(
                        tuple(Duration.ZERO, Optional.of(seconds(40))),
                        tuple(seconds(40), Optional.empty()),
                        tuple(Duration.ZERO, Optional.of(seconds(70))),
                        tuple(seconds(70), Optional.empty()));
    }

    @Test
    void whatIsNotUnderstoodIsCountedInTheManifest() throws Exception {
        assertThat(manifest("unknown").proceedings().reading())
                .isEqualTo(Reading.of(
                        7,
                        Map.of("poll.add", 2, "userlist.online", 1, "(no module)", 1),
                        Map.of("no url", 1, "not a time within a webinar", 1)));
    }

    private static Manifest manifest(String name) throws FailureException, IOException {
        try (var json = EventTableTest.class.getResourceAsStream("/mts-link/" + name + ".json")) {
            return Recording.described(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<Clip> clips(Manifest manifest) {
        return manifest.tracks().stream()
                .flatMap(track -> track.clips().stream())
                .toList();
    }

    private static List<Optional<Duration>> ends(String name) throws FailureException, IOException {
        return clips(manifest(name)).stream().map(Clip::end).toList();
    }

    private static Slide slide(String deck, String name, String picture, double from, double until) {
        return new Slide(
                Optional.of(deck), Optional.of(name), Optional.of(URI.create(picture)), seconds(from), seconds(until));
    }

    private static Slide unnamed(String deck, String picture, double from, double until) {
        return new Slide(
                Optional.of(deck), Optional.empty(), Optional.of(URI.create(picture)), seconds(from), seconds(until));
    }

    private static Message chat(int at, String participant, String author, String text) {
        return new Message(
                Message.Kind.CHAT,
                seconds(at),
                Optional.empty(),
                Optional.ofNullable(participant),
                Optional.ofNullable(author),
                text);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
