package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Writes a {@link Meeting}, for example:
 *
 * <pre>{@code
 * Meeting.named("rivers")
 *         .titled("Rivers of the north")
 *         .lecturer("Anna", anna -> anna.camera(at(0), lasting(20)).camera(at(20), lasting(5)))
 *         .participant("Boris", boris -> boris.microphone(at(3.5), lasting(4)))
 *         .written();
 * }</pre>
 */
public final class MeetingScript {
    private static final OffsetDateTime USUAL_START =
            OffsetDateTime.of(2026, 3, 17, 11, 0, 0, 0, ZoneOffset.ofHours(3));

    private final String key;
    private final Random random;
    private final PlatformIds ids;
    private final List<Person> people = new ArrayList<>();
    private final List<Take> takes = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private String title;
    private OffsetDateTime start = USUAL_START;
    private Optional<Duration> duration = Optional.empty();
    private Access access = new Access.Open();
    private Meeting.Telling telling = Meeting.Telling.EVENTS;

    MeetingScript(String key) {
        this.key = key;
        this.title = key;
        this.random = new Random(key.hashCode());
        this.ids = PlatformIds.made(random);
    }

    /** A moment of the webinar, in seconds from its beginning. */
    public static Duration at(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** A length in seconds. */
    public static Duration lasting(double seconds) {
        return at(seconds);
    }

    public MeetingScript titled(String words) {
        title = words;
        return this;
    }

    public MeetingScript startingAt(OffsetDateTime instant) {
        start = instant;
        return this;
    }

    /** How long the whole recording is; without this it ends with the last take. */
    public MeetingScript lastingInAll(double seconds) {
        duration = Optional.of(lasting(seconds));
        return this;
    }

    /** The platform tells of the media by snapshots alone. */
    public MeetingScript toldBySnapshots() {
        telling = Meeting.Telling.SNAPSHOTS;
        return this;
    }

    /** Only for those who were invited; everybody else is refused in this form. */
    public MeetingScript closed(Access.Refusal refusal) {
        access = new Access.Closed("session-" + hexadecimal(8), hexadecimal(16), refusal);
        return this;
    }

    /** Adds who leads, with what they sent. */
    public MeetingScript lecturer(String name, Consumer<PersonScript> part) {
        return person(name, true, part);
    }

    /** Adds somebody who does not lead, with what they sent. */
    public MeetingScript participant(String name, Consumer<PersonScript> part) {
        return person(name, false, part);
    }

    private MeetingScript person(String name, boolean lecturer, Consumer<PersonScript> part) {
        var person = new Person(people.size() + 1, name, 50_000_000L + random.nextInt(40_000_000), lecturer);
        people.add(person);
        part.accept(new PersonScript(person, this));
        return this;
    }

    /** A slide appears; deck and slide are counted from 1. */
    public MeetingScript slide(Duration at, int deck, int number) {
        return add(new Happening.SlideShown(at, deck, number));
    }

    public MeetingScript deckPutAway(Duration at, int deck) {
        return add(new Happening.DeckPutAway(at, deck));
    }

    public MeetingScript message(Duration at, String author, String text) {
        return add(new Happening.Written(at, false, author, text));
    }

    public MeetingScript question(Duration at, String author, String text) {
        return add(new Happening.Written(at, true, author, text));
    }

    MeetingScript add(Happening happening) {
        happenings.add(happening);
        return this;
    }

    void add(Take take) {
        takes.add(take);
    }

    String fileName() {
        return hexadecimal(16);
    }

    private String hexadecimal(int bytes) {
        var value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    /** The finished script. */
    public Meeting written() {
        var lastEnd =
                takes.stream().map(Take::end).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return new Meeting(
                key, title, start, duration.orElse(lastEnd), access, ids, people, takes, happenings, telling);
    }
}
