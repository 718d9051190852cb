package org.webinararchiver.compile.sound;

import java.util.List;
import java.util.Map;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.timeline.Voice;

/** How many channels the mix has. */
enum Channels {
    MONO("mono", 1),
    STEREO("stereo", 2);

    private final String layout;
    private final int count;

    Channels(String layout, int count) {
        this.layout = layout;
        this.count = count;
    }

    /** Mono, unless a voice is not. */
    static Channels suiting(List<Voice> voices, Map<String, MediaProbe> probes) {
        var anyWide = voices.stream()
                .flatMap(voice -> probes.get(voice.segment()).audio().stream())
                .anyMatch(audio -> audio.channels() > 1);
        return anyWide ? STEREO : MONO;
    }

    /** @param count 1 or 2 */
    static Channels of(int count) {
        return switch (count) {
            case 1 -> MONO;
            case 2 -> STEREO;
            default -> throw new IllegalArgumentException("sound of " + count + " channels");
        };
    }

    /** In the notation of ffmpeg. */
    String layout() {
        return layout;
    }

    int count() {
        return count;
    }
}
