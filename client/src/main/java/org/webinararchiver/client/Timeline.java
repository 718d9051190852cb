package org.webinararchiver.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * What there is to see and to hear of a recording when, as its platform tells; what is not known is null. All times are
 * counted from the beginning of what is wanted of it.
 *
 * @param scenes what the picture shows, from the beginning to the end
 * @param tracks what each camera, microphone and shared screen sent, the lecturer's first
 * @param gaps what could not be had so far
 */
public record Timeline(
        String title,
        OffsetDateTime startedAt,
        Duration duration,
        List<Scene> scenes,
        List<Track> tracks,
        List<Slide> slides,
        List<Missing> gaps,
        List<Message> messages) {
    public Timeline {
        scenes = copied(scenes);
        tracks = copied(tracks);
        slides = copied(slides);
        gaps = copied(gaps);
        messages = copied(messages);
    }

    private static <T> List<T> copied(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /**
     * A time through which the picture is divided in the same way.
     *
     * @param people beside what is looked at, the lecturer first
     * @param more how many others are there, for whom there is no room
     * @param messages how many were written meanwhile
     */
    public record Scene(
            Duration from, Duration until, Stage stage, List<SomebodyThere> people, int more, int messages) {
        public Scene {
            people = copied(people);
        }
    }

    /** What is looked at; of the other fields the one of its kind is told. */
    public record Stage(Looked kind, String track, String slide, SomebodyThere person) {
        public Stage {
            kind = Objects.requireNonNullElse(kind, Looked.UNKNOWN);
        }
    }

    /** What kind of thing is looked at. */
    public enum Looked {
        SCREEN,
        SLIDE,
        CAMERA,
        NOTHING,

        /** One that this client does not know: the server is newer. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * Somebody in a scene.
     *
     * @param name empty where nobody knows it
     * @param seen whether their camera is on; otherwise they are only heard
     */
    public record SomebodyThere(String name, boolean seen) {}

    /**
     * What a camera, microphone or shared screen sent.
     *
     * @param kind {@code PERSON} or {@code SCREEN}
     */
    public record Track(String id, String kind, String person, List<Clip> clips) {
        public Track {
            clips = copied(clips);
        }
    }

    /** A time through which a track is there. */
    public record Clip(Duration from, Duration until, boolean seen) {}

    /** A slide while it is shown. */
    public record Slide(String name, Duration from, Duration until) {}

    /** Something that could not be had. */
    public record Missing(String track, String person, Duration from, Duration until) {}

    /**
     * Something that somebody wrote.
     *
     * @param kind {@code CHAT} or {@code QUESTION}
     */
    public record Message(String kind, Duration at, String author, String text) {}
}
