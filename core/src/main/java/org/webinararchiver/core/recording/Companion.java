package org.webinararchiver.core.recording;

/**
 * A file that is made beside a finished one and belongs to it: its times are those of that file.
 *
 * <p>It is named like the file, with its own ending in the place of the file's: beside {@code video.mp4} is
 * {@code video.chat.txt}, beside {@code video_720p.mp4} is {@code video_720p.chat.txt}.
 */
public enum Companion {
    /** What was written, for people. */
    CHAT_TEXT("chat.txt", "text/plain; charset=utf-8", true),
    /** What was written, as subtitles. */
    CHAT_SUBRIP("chat.srt", "application/x-subrip", true),
    /** What was written, as subtitles for browsers. */
    CHAT_WEBVTT("chat.vtt", "text/vtt", true),
    /** What was written, for programs. */
    CHAT_JSON("chat.json", "application/json", true),
    CHAPTERS("chapters.vtt", "text/vtt", true),
    /** One frame of it. */
    POSTER("poster.jpg", "image/jpeg", true),
    /** Many of its frames, small. */
    THUMBNAILS("storyboard.jpg", "image/jpeg", false),
    /** Which of the small frames belongs to which time. Names their file, so both are kept under their own names. */
    STORYBOARD("storyboard.vtt", "text/vtt", false);

    private final String ending;
    private final String mediaType;
    private final boolean isForPeople;

    Companion(String ending, String mediaType, boolean isForPeople) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.isForPeople = isForPeople;
    }

    /** What it is called beside a finished file of this name. */
    public String beside(String file) {
        int dot = file.lastIndexOf('.');
        return (dot < 0 ? file : file.substring(0, dot)) + "." + ending;
    }

    /** What kind of file it is, as HTTP calls it. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether somebody who has the finished file in a folder wants it there too; others are for players on pages. */
    public boolean isForPeople() {
        return isForPeople;
    }
}
