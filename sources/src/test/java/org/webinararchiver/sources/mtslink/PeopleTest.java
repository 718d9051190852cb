package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.sources.mtslink.Recording.camera;
import static org.webinararchiver.sources.mtslink.Recording.event;
import static org.webinararchiver.sources.mtslink.Recording.ofEvents;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Naming;
import org.webinararchiver.core.manifest.Participant;

class PeopleTest {
    private static final String ANNA =
            conference("{\"id\":5,\"participationId\":8,\"user\":{\"id\":42,\"nickname\":\"Anna\"}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"nickname\":\"Anna\",\"name\":\"A.\"} | Anna",
                "{\"name\":\"Anna\",\"secondName\":\"Petrova\"} | Anna Petrova",
                "{\"name\":\"Anna\"} | Anna",
                "{\"nickname\":\" \",\"secondName\":\"Petrova\"} | Petrova",
            })
    void aNameIsTheNicknameOrElseTheFullName(String user, String name) throws Exception {
        var manifest = ofEvents(conference("{\"id\":5,\"participationId\":8,\"user\":" + user + "}"), camera("1", "a"));
        assertThat(people(manifest)).containsExactly(new Participant("participation-8", name));
        assertThat(speaker(manifest)).isEqualTo("participation-8");
    }

    @Test
    void aGuestOfWhomOnlyTheCameraIsKnownIsNamedByIt() throws Exception {
        var manifest = ofEvents(conference("{\"id\":5,\"user\":{\"name\":\"Guest\"}}"), camera("1", "a"));
        assertThat(people(manifest)).containsExactly(new Participant("conference-5", "Guest"));
        assertThat(speaker(manifest)).isEqualTo("conference-5");
    }

    @Test
    void anUnknownSpeakerIsNobody() throws Exception {
        assertThat(ofEvents(camera("1", "a")).tracks().getFirst().participant()).isEmpty();
    }

    @Test
    void theSpeakerMayBeNamedAfterTheirFirstFile() throws Exception {
        assertThat(speaker(ofEvents(camera("1", "a"), ANNA))).isEqualTo("42");
    }

    @Test
    void anUpdateThatTellsLessForgetsNothing() throws Exception {
        var manifest = ofEvents(
                ANNA,
                event("conference.update", "2", "{\"id\":5,\"hasVideo\":false}"),
                event("conference.update", "3", "{\"id\":5,\"participationId\":8}"),
                camera("4", "a"));
        assertThat(people(manifest)).containsExactly(new Participant("42", "Anna"));
        assertThat(speaker(manifest)).isEqualTo("42");
    }

    @Test
    void aGuestWhoTurnsOutToBeAUserIsOnePerson() throws Exception {
        var manifest = ofEvents(
                conference("{\"id\":5,\"participationId\":8,\"user\":{\"name\":\"Guest\"}}"),
                camera("1", "a"),
                event(
                        "conference.update",
                        "2",
                        "{\"id\":9,\"participationId\":8,\"user\":{\"id\":42,\"nickname\":\"Anna\"}}"));
        assertThat(people(manifest)).containsExactly(new Participant("42", "Anna"));
        assertThat(speaker(manifest)).isEqualTo("42");
    }

    @Test
    void aFileThatKnowsOnlyTheParticipationFindsItsSpeaker() throws Exception {
        var manifest = ofEvents(
                ANNA,
                event(
                        "mediasession.add",
                        "1",
                        "{\"url\":\"https://media.example/a\",\"stream\":{\"conference\":{\"participationId\":8}}}"));
        assertThat(speaker(manifest)).isEqualTo("42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":8,\"nickname\":\"Anna P.\"}",
                "{\"participationId\":8,\"nickname\":\"Anna P.\"}",
                "{\"userId\":42,\"nickname\":\"Anna P.\"}",
                "{\"id\":1,\"user\":{\"id\":42,\"nickname\":\"Anna P.\"}}",
                "{\"id\":8,\"name\":\"Anna\",\"secondName\":\"P.\"}"
            })
    void whoeverIsRenamedGoesByTheNewName(String data) throws Exception {
        var manifest = ofEvents(ANNA, camera("1", "a"), event("participation.rename", "2", data));
        assertThat(people(manifest)).containsExactly(new Participant("42", "Anna P."));
    }

    @Test
    void theLastNameCountsHoweverItWasTold() throws Exception {
        var renamed = event("participation.rename", "2", "{\"id\":8,\"nickname\":\"Second\"}");
        var updated = event(
                "conference.update",
                "3",
                "{\"id\":5,\"participationId\":8,\"user\":{\"id\":42,\"nickname\":\"Third\"}}");
        assertThat(people(ofEvents(ANNA, renamed, updated, camera("4", "a"))))
                .containsExactly(new Participant("42", "Third"));
        assertThat(people(ofEvents(ANNA, updated, renamed, camera("4", "a"))))
                .containsExactly(new Participant("42", "Second"));
    }

    @Test
    void aNameThatComesBackIsTakenAgain() throws Exception {
        var manifest = ofEvents(
                ANNA,
                event("participation.rename", "2", "{\"id\":8,\"nickname\":\"Director\"}"),
                event("conference.update", "3", "{\"id\":5,\"user\":{\"id\":42,\"nickname\":\"Anna\"}}"),
                camera("4", "a"));
        assertThat(manifest.participants())
                .containsExactly(new Participant(
                        "42", "Anna", List.of(naming(1, "Anna"), naming(2, "Director"), naming(3, "Anna"))));
    }

    @Test
    void aNameOfUnknownTimeIsTakenWhenTheLogTellsIt() throws Exception {
        var manifest = ofEvents(
                ANNA,
                "{\"module\":\"participation.rename\",\"data\":{\"id\":8,\"nickname\":\"Anna P.\"}}",
                camera("4", "a"));
        assertThat(manifest.participants().getFirst().names()).containsExactly(naming(1, "Anna"), naming(1, "Anna P."));
    }

    private static Naming naming(int seconds, String name) {
        return new Naming(Duration.ofSeconds(seconds), name);
    }

    @Test
    void theLecturerIsTheAdministratorAndNotWhoeverIsCalledSo() throws Exception {
        var start = "{\"module\":\"eventsession.start\",\"snapshot\":{\"data\":{\"userlist\":["
                + "null,{\"role\":\"GUEST\",\"user\":{\"id\":1,\"nickname\":\"ADMIN\"}},{\"role\":\"ADMIN\"},"
                + "{\"role\":\"ADMIN\",\"user\":{\"id\":42}},{\"role\":\"ADMIN\",\"user\":{\"id\":43}}]}}}";
        assertThat(ofEvents(start, camera("1", "a")).lecturer()).contains("42");
    }

    @Test
    void withoutAnAdministratorNobodyLeads() throws Exception {
        var start = "{\"module\":\"eventsession.start\",\"snapshot\":{\"data\":{\"userlist\":[]}}}";
        assertThat(ofEvents(start, camera("1", "a")).lecturer()).isEmpty();
    }

    /** Without the names they had before. */
    private static List<Participant> people(Manifest manifest) {
        return manifest.participants().stream()
                .map(person -> new Participant(person.id(), person.name()))
                .toList();
    }

    private static String conference(String data) {
        return event("conference.add", "1", data);
    }

    private static String speaker(Manifest manifest) {
        return manifest.tracks().getFirst().participant().orElseThrow();
    }
}
