package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * The form that the whole picture gets: that of the frames that are shown for the longest time and can be taken as they
 * are. A shared screen is never made smaller for it, since then nobody could read it, unless it is hardly shown.
 */
record MainForm(VideoStream example) {
    private static final Set<String> H264 = Set.of("avc1", "avc3");

    /** Screens that are shown for less than this share of the time may be made smaller. */
    private static final int SHARE_TO_BE_READ = 20;

    static Optional<MainForm> of(
            Picture picture,
            Map<String, MediaProbe> probes,
            Map<String, CodedFrames> frames,
            Set<String> screens,
            Quality quality) {
        var shown = picture.footage();
        var needed = smallest(shown, probes, screens).within(quality);
        var times = new HashMap<String, Duration>();
        var examples = new HashMap<String, VideoStream>();
        for (var footage : shown) {
            var video = video(footage, probes);
            if (isH264(video) && canBeTaken(footage, frames) && needed.fitInto(video) && fitsInto(quality, video)) {
                times.merge(video.fingerprint(), footage.playing(), Duration::plus);
                examples.putIfAbsent(video.fingerprint(), video);
            }
        }
        return times.entrySet().stream()
                .max(Map.Entry.<String, Duration>comparingByValue()
                        .thenComparing(entry -> pixels(examples.get(entry.getKey())))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new MainForm(examples.get(entry.getKey())));
    }

    static boolean isH264(VideoStream video) {
        return H264.contains(video.codec());
    }

    static VideoStream video(Footage footage, Map<String, MediaProbe> probes) {
        return probes.get(footage.segment()).video().orElseThrow();
    }

    private static boolean canBeTaken(Footage footage, Map<String, CodedFrames> frames) {
        return frames.containsKey(footage.segment())
                && frames.get(footage.segment()).notCopied().isEmpty();
    }

    private static boolean fitsInto(Quality quality, VideoStream video) {
        return quality.mostHeight().isEmpty()
                || video.height() <= quality.mostHeight().getAsInt();
    }

    /** A size in pixels. */
    private record Size(int width, int height) {
        Size within(Quality quality) {
            int most = quality.mostHeight().orElse(height);
            return height <= most ? this : new Size((int) ((long) width * most / height), most);
        }

        boolean fitInto(VideoStream video) {
            return width <= video.width() && height <= video.height();
        }
    }

    /** What the screens need that are shown for long enough. */
    private static Size smallest(List<Footage> shown, Map<String, MediaProbe> probes, Set<String> screens) {
        var inAll = shown.stream().map(Footage::playing).reduce(Duration.ZERO, Duration::plus);
        var times = shown.stream()
                .filter(footage -> screens.contains(footage.track()))
                .collect(Collectors.groupingBy(
                        footage -> size(video(footage, probes)),
                        Collectors.reducing(Duration.ZERO, Footage::playing, Duration::plus)));
        return times.entrySet().stream()
                .filter(entry -> entry.getValue().multipliedBy(SHARE_TO_BE_READ).compareTo(inAll) >= 0)
                .map(Map.Entry::getKey)
                .max(Comparator.comparingLong(size -> (long) size.width() * size.height()))
                .orElse(new Size(0, 0));
    }

    private static long pixels(VideoStream video) {
        return (long) video.width() * video.height();
    }

    private static Size size(VideoStream video) {
        return new Size(video.width(), video.height());
    }
}
