package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.download.fetch.Finding.Damage;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.Mp4Probe;
import org.webinararchiver.media.mp4.NotMp4;
import org.webinararchiver.media.mp4.TruncatedMp4;

/**
 * Looks whether a media file is whole, by the tables that describe it: what they name must be there. What lies within
 * its pictures and sound is not read; whether that can be decoded, compiling tells.
 */
final class MediaCheck {
    /** No meeting lasts longer; a file that says so would make its recording as long. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** How a codec is called in MP4: four characters that can be read. */
    private static final String CODEC = "[ -~]{4}";

    private MediaCheck() {}

    /**
     * Looks into a file, which stays open.
     *
     * @throws IOException when it cannot be read, which says nothing about it
     */
    static Finding look(SeekableByteChannel file) throws IOException {
        if (file.size() == 0) {
            return useless("empty", "it is empty");
        }
        try {
            var media = Mp4Probe.probe(file);
            return contradiction(media).map(MediaCheck::corrupt).orElseGet(() -> new Finding.Whole(media));
        } catch (Mp4Exception e) {
            return switch (e) {
                case TruncatedMp4 truncated -> truncated(truncated);
                case NotMp4 other ->
                    Beginning.of(file)
                            .whatElse()
                            .map(what -> useless("not-media", what))
                            .orElseGet(() -> corrupt(other.getMessage()));
            };
        }
    }

    private static Finding truncated(TruncatedMp4 damage) {
        var usable = damage.media().filter(media -> contradiction(media).isEmpty());
        var told = new Damage("truncated", damage.getMessage());
        return usable.<Finding>map(media -> new Finding.CutOff(media, told)).orElseGet(() -> new Finding.Useless(told));
    }

    private static Optional<String> contradiction(MediaProbe media) {
        if (isNothing(media)) {
            return Optional.of("it holds neither picture nor sound");
        }
        if (ends(media).anyMatch(end -> end.compareTo(LONGEST) > 0)) {
            return Optional.of("it is said to last for more than " + LONGEST.toDays() + " days");
        }
        return codecs(media)
                .filter(codec -> !codec.matches(CODEC))
                .findFirst()
                .map(codec -> "how it is coded has no name");
    }

    private static boolean isNothing(MediaProbe media) {
        return media.video().map(VideoStream::frames).orElse(0L) == 0
                && media.audio()
                        .map(AudioStream::duration)
                        .orElse(Duration.ZERO)
                        .isZero();
    }

    private static Stream<Duration> ends(MediaProbe media) {
        return Stream.concat(
                media.video().stream().map(video -> video.start().plus(video.duration())),
                media.audio().stream().map(audio -> audio.start().plus(audio.duration())));
    }

    private static Stream<String> codecs(MediaProbe media) {
        return Stream.concat(
                media.video().stream().map(VideoStream::codec),
                media.audio().stream().map(AudioStream::codec));
    }

    private static Finding corrupt(String what) {
        return useless("corrupt", what);
    }

    private static Finding useless(String reason, String what) {
        return new Finding.Useless(new Damage(reason, what));
    }
}
