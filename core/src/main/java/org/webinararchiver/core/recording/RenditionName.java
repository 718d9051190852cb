package org.webinararchiver.core.recording;

import java.util.regex.Pattern;

/**
 * The name of a finished file among a recording's artifacts: the same for the same picture and sound, for example
 * {@code video.mp4}, {@code video_gallery_720p_no-chat_from-PT10M_for-PT5M.mp4} or {@code audio.m4a}. Whether it may
 * have gaps, and what is wanted beside it, makes no other file.
 */
public record RenditionName(String value) {
    private static final String SOUND = ".m4a";
    private static final Pattern FORM = Pattern.compile("(?:video|audio)(?<ending>[_.].+)");

    /** The name of the file that is wanted. */
    static RenditionName of(RenditionOptions options) {
        var isSound = options.look().layout() == Layout.AUDIO;
        return new RenditionName(
                (isSound ? "audio" : "video" + picture(options.look())) + part(options) + (isSound ? SOUND : ".mp4"));
    }

    private static String picture(Look look) {
        var text = new StringBuilder();
        if (look.layout() != Look.USUAL.layout()) {
            text.append('_').append(look.layout().text());
        }
        if (look.quality() != Look.USUAL.quality()) {
            text.append('_').append(look.quality().text());
        }
        if (!look.chat()) {
            text.append("_no-chat");
        }
        if (look.hidesSilent()) {
            text.append("_hide-silent");
        }
        return text.toString();
    }

    private static String part(RenditionOptions options) {
        return options.start().map(time -> "_from-" + time).orElse("")
                + options.maxDuration().map(length -> "_for-" + length).orElse("");
    }

    /**
     * What tells it from other files where they are named by the recording's title: {@code .mp4}, {@code _720p.mp4}.
     */
    public String ending() {
        var form = FORM.matcher(value);
        return form.matches() ? form.group("ending") : "_" + value;
    }

    /** What kind of file it is, as HTTP calls it. */
    public String mediaType() {
        return value.endsWith(SOUND) ? "audio/mp4" : "video/mp4";
    }

    @Override
    public String toString() {
        return value;
    }
}
