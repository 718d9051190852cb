package org.webinararchiver.sources.mtslink.meeting;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.webinararchiver.core.manifest.Participant;

/**
 * Who took part, put together from what single events tell: one knows a user by number, another only their
 * participation, a third only their camera. Numbers are joined at the end, because the event that joins them may come
 * after the one that names them.
 */
public final class People {
    private final Map<Identity, Identity> joined = new HashMap<>();
    private final Map<Identity, String> names = new LinkedHashMap<>();
    private Optional<String> lecturer = Optional.empty();

    /** A camera or microphone belongs to this person. An event that tells less than an earlier one changes nothing. */
    public void appears(String conference, Optional<Identity> person) {
        person.ifPresent(owner -> joined.merge(
                new Identity(Identity.By.CONFERENCE, conference),
                owner,
                (before, now) -> now.by().compareTo(before.by()) <= 0 ? now : before));
    }

    /** A participation is this user's. */
    public void takesPart(String participation, String user) {
        joined.put(new Identity(Identity.By.PARTICIPATION, participation), new Identity(Identity.By.USER, user));
    }

    /** From now on this person goes by this name; the last name is what counts. */
    public void isCalled(Identity person, String name) {
        names.remove(person);
        names.put(person, name);
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
        return joined.containsKey(identity) || names.containsKey(identity)
                ? Optional.of(participant(identity))
                : Optional.empty();
    }

    String ofParticipation(String participation) {
        return participant(new Identity(Identity.By.PARTICIPATION, participation));
    }

    /** Everybody with a name, in the order in which they got the one they have. */
    List<Participant> participants() {
        return latestNames().entrySet().stream()
                .map(named -> new Participant(named.getKey(), named.getValue()))
                .toList();
    }

    int size() {
        return joined.size() + names.size();
    }

    private Map<String, String> latestNames() {
        return names.entrySet().stream()
                .collect(Collectors.toMap(
                        named -> participant(named.getKey()),
                        Map.Entry::getValue,
                        (earlier, later) -> later,
                        LinkedHashMap::new));
    }

    private String participant(Identity identity) {
        var better = joined.get(identity);
        return better == null ? identity.participantId() : participant(better);
    }
}
