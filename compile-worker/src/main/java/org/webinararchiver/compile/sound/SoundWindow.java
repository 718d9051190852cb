package org.webinararchiver.compile.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.webinararchiver.core.timeline.Voice;

/**
 * A time of the recording whose sound is mixed by itself.
 *
 * @param start its first sample's place in the recording
 * @param end the place after its last sample
 * @param voices that are heard in it, wholly or partly, in their order
 */
public record SoundWindow(long start, long end, List<Voice> voices) {
    /** Long enough that beginning in the middle of a file costs little, short enough that many can work at once. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final long MOST_SAMPLES = SampleClock.sampleAt(LONGEST);

    public SoundWindow {
        voices = List.copyOf(voices);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a window from " + start + " to " + end);
        }
    }

    /** Divides a recording of this length; the windows adjoin and cover all of it. */
    public static List<SoundWindow> of(List<Voice> voices, Duration duration) {
        var windows = new ArrayList<SoundWindow>();
        long samples = SampleClock.sampleAt(duration);
        for (long start = 0; start < samples; start += MOST_SAMPLES) {
            long from = start;
            long end = Math.min(samples, start + MOST_SAMPLES);
            windows.add(new SoundWindow(
                    from,
                    end,
                    voices.stream().filter(voice -> isHeard(voice, from, end)).toList()));
        }
        return windows;
    }

    private static boolean isHeard(Voice voice, long from, long end) {
        return SampleClock.sampleAt(voice.at()) < end && SampleClock.sampleAt(voice.end()) > from;
    }

    /** The ids of the segments that are heard. */
    public List<String> segments() {
        return voices.stream().map(Voice::segment).distinct().collect(Collectors.toList());
    }

    public long samples() {
        return end - start;
    }

    public Duration lasting() {
        return SampleClock.timeOf(samples());
    }

    /** The time of the recording at which it begins. */
    public Duration from() {
        return SampleClock.timeOf(start);
    }
}
