package org.webinararchiver.core.recording;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that is made beside a finished one and belongs to it: its times are those of that file.
 *
 * <p>It is named like the file, with its own ending in the place of the file's: beside {@code video.mp4} is
 * {@code video.chat.txt}, beside {@code video_720p.mp4} is {@code video_720p.chat.txt}.
 *
 * @param ending what tells it from the others of its file, for example {@code chat.txt}
 * @param mediaType what kind of file it is, as HTTP calls it
 * @param isForPeople whether somebody who has the finished file in a folder wants it there too; others are for players
 *     on pages
 */
public record Companion(String ending, String mediaType, boolean isForPeople) {
    private static final String SOUND = "audio/mp4";
    private static final String STEM = "stem-";
    private static final String ENDING_OF_SOUND = ".m4a";

    /** What was written, for people. */
    public static final Companion CHAT_TEXT = new Companion("chat.txt", "text/plain; charset=utf-8", true);
    /** What was written, as subtitles. */
    public static final Companion CHAT_SUBRIP = new Companion("chat.srt", "application/x-subrip", true);
    /** What was written, as subtitles for browsers. */
    public static final Companion CHAT_WEBVTT = new Companion("chat.vtt", "text/vtt", true);
    /** What was written, for programs. */
    public static final Companion CHAT_JSON = new Companion("chat.json", "application/json", true);

    public static final Companion CHAPTERS = new Companion("chapters.vtt", "text/vtt", true);
    /** Its sound alone, where it has a picture too. */
    public static final Companion SOUND_ALONE = new Companion("sound.m4a", SOUND, true);
    /** The slides that were shown and the documents that were handed out, as they came. */
    public static final Companion SLIDES = new Companion("slides.zip", "application/zip", true);
    /** One frame of it. */
    public static final Companion POSTER = new Companion("poster.jpg", "image/jpeg", true);
    /** Many of its frames, small. */
    public static final Companion THUMBNAILS = new Companion("storyboard.jpg", "image/jpeg", false);
    /** Which of the small frames belongs to which time. Names their file, so both are kept under their own names. */
    public static final Companion STORYBOARD = new Companion("storyboard.vtt", "text/vtt", false);

    public Companion {
        Objects.requireNonNull(ending);
        Objects.requireNonNull(mediaType);
    }

    /** The sound of one participant, silent where somebody else is heard. */
    public static Companion stem(StemName participant) {
        return new Companion(STEM + participant.value() + ENDING_OF_SOUND, SOUND, true);
    }

    /** Those of which a file has one at the most. */
    public static Stream<Companion> singles() {
        return Stream.of(
                CHAT_TEXT,
                CHAT_SUBRIP,
                CHAT_WEBVTT,
                CHAT_JSON,
                CHAPTERS,
                SOUND_ALONE,
                SLIDES,
                POSTER,
                THUMBNAILS,
                STORYBOARD);
    }

    /** What a file of this name is to the finished one; empty where it does not belong to it. */
    public static Optional<Companion> named(String name, String file) {
        var beginning = beginning(file);
        if (!name.startsWith(beginning)) {
            return Optional.empty();
        }
        var ending = name.substring(beginning.length());
        return ending.startsWith(STEM) && ending.endsWith(ENDING_OF_SOUND)
                ? Optional.of(new Companion(ending, SOUND, true))
                : singles().filter(each -> each.ending().equals(ending)).findFirst();
    }

    /** What it is called beside a finished file of this name. */
    public String beside(String file) {
        return beginning(file) + ending;
    }

    private static String beginning(String file) {
        int dot = file.lastIndexOf('.');
        return (dot < 0 ? file : file.substring(0, dot)) + ".";
    }

    /** Whether it goes on as long as the finished file. */
    public boolean lasts() {
        return mediaType.equals(SOUND);
    }
}
