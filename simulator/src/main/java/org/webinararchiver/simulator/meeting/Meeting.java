package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The script of a webinar that never took place: who was there, and which media files the platform made of it. Written
 * with {@link #named}. The same script is the same meeting, down to its ids and the bytes of its files.
 *
 * @param key names it on command lines and in tests, kebab case
 * @param title as its author wrote it
 * @param start when it began
 * @param duration of the whole recording
 * @param takes in order of their beginning
 * @param happenings whatever else happens, in order of time
 * @param telling how the platform tells of the takes
 */
public record Meeting(
        String key,
        String title,
        OffsetDateTime start,
        Duration duration,
        Access access,
        PlatformIds ids,
        List<Person> people,
        List<Take> takes,
        List<Happening> happenings,
        Telling telling) {

    public Meeting {
        Objects.requireNonNull(title);
        Objects.requireNonNull(start);
        Objects.requireNonNull(access);
        Objects.requireNonNull(ids);
        Objects.requireNonNull(telling);
        people = List.copyOf(people);
        takes = takes.stream().sorted(Comparator.comparing(Take::at)).toList();
        happenings =
                happenings.stream().sorted(Comparator.comparing(Happening::at)).toList();
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a key is written in kebab case: " + key);
        }
        for (var take : takes) {
            if (take.end().compareTo(duration) > 0) {
                throw new IllegalArgumentException("a take ends after the recording: " + take);
            }
        }
    }

    /** The forms of a log. */
    public enum Telling {
        /** An event when a file begins, and when its length is known. */
        EVENTS,
        /** Nothing but snapshots, one whenever a file begins, which list what is running then. */
        SNAPSHOTS
    }

    /** A meeting of nothing but its takes. */
    public Meeting(
            String key,
            String title,
            OffsetDateTime start,
            Duration duration,
            Access access,
            PlatformIds ids,
            List<Person> people,
            List<Take> takes) {
        this(key, title, start, duration, access, ids, people, takes, List.of(), Telling.EVENTS);
    }

    /**
     * Begins a script.
     *
     * @param key names the meeting, kebab case; ids are made from it
     */
    public static MeetingScript named(String key) {
        return new MeetingScript(key);
    }

    /** Who leads, where somebody does. */
    public Optional<Person> lecturer() {
        return people.stream().filter(Person::lecturer).findFirst();
    }

    /** What a recording of it must show and let hear. */
    public Truth truth() {
        return new Truth(this);
    }
}
