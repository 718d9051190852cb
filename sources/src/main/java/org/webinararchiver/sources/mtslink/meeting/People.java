package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Participant;

/**
 * Who took part, put together from what single events tell: one knows a user by number, another only their
 * participation, a third only their camera. Numbers are joined at the end, because the event that joins them may come
 * after the one that names them.
 */
public final class People {
    private final Map<Identity, Identity> joined = new HashMap<>();
    private final Names names = new Names();
    private final Set<Identity> known = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private Optional<String> lecturer = Optional.empty();

    /** A camera or microphone belongs to this person. An event that tells less than an earlier one changes nothing. */
    public void appears(String conference, Optional<Identity> person) {
        var camera = new Identity(Identity.By.CONFERENCE, conference);
        known.add(camera);
        person.ifPresent(known::add);
        person.ifPresent(owner ->
                joined.merge(camera, owner, (before, now) -> now.by().compareTo(before.by()) <= 0 ? now : before));
    }

    /** A participation is this user's. */
    public void takesPart(String participation, String user) {
        var person = new Identity(Identity.By.PARTICIPATION, participation);
        known.add(person);
        joined.put(person, new Identity(Identity.By.USER, user));
    }

    /** From this moment on this person goes by this name. */
    public void isCalled(Identity person, String name, Duration at) {
        names.tell(person, name, at);
    }

    /** There was a picture of this camera at some time. */
    public void isSeen(String conference) {
        seen.add(conference);
    }

    /** Whether an event has told of this person before. */
    public boolean know(Identity person) {
        return names.know(person) || known.contains(person);
    }

    /** Of several lecturers the first is the one who leads. */
    public void leads(String user) {
        lecturer = lecturer.or(() -> Optional.of(user));
    }

    public Optional<String> lecturer() {
        return lecturer;
    }

    /** The participant whose camera or microphone this is, where an event has told. */
    Optional<String> ofConference(String conference) {
        var identity = new Identity(Identity.By.CONFERENCE, conference);
        return joined.containsKey(identity) || names.know(identity)
                ? Optional.of(participant(identity))
                : Optional.empty();
    }

    String ofParticipation(String participation) {
        return participant(new Identity(Identity.By.PARTICIPATION, participation));
    }

    /** Everybody with a name, in the order in which they got the one they have. */
    List<Participant> participants() {
        return names.participants(this::participant);
    }

    int size() {
        return known.size() + names.size() + seen.size();
    }

    /** Whether the log says that this camera had a picture at some time. */
    boolean hasSeen(String conference) {
        return seen.contains(conference);
    }

    /** The person's id in the manifest. */
    String participant(Identity identity) {
        return numbers(identity).getLast().participantId();
    }

    /** Every number of this person from this one on, the most lasting last. */
    List<Identity> numbers(Identity identity) {
        return Stream.iterate(identity, Objects::nonNull, joined::get).toList();
    }
}
