package org.webinararchiver.compile.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.media.ffmpeg.run.JoinList;

/**
 * Which files are joined, and where each begins, so that the result's clock is the recording's.
 *
 * <p>What a file says of its own length plays no part: rounded, and with sound that outlasts the picture, it would make
 * hundreds of files drift apart from their places.
 *
 * @param firstFrameAt when the first frame is shown
 * @param entries the files, each with how long it lasts until the next one
 */
public record PictureList(Duration firstFrameAt, List<JoinList.Entry> entries) {
    public PictureList {
        entries = List.copyOf(entries);
    }

    /**
     * Lists the sources' own files, for a picture without blanks.
     *
     * @param files the segments' files by id
     */
    public static PictureList ofSources(Picture picture, Map<String, Path> files) {
        var entries = new ArrayList<JoinList.Entry>();
        var lead = Duration.ZERO;
        for (var stretch : picture.stretches()) {
            var footage = footage(stretch);
            lead = entries.isEmpty() ? footage.lead() : lead;
            entries.add(entry(footage, files.get(footage.segment())));
        }
        return new PictureList(micros(lead), entries);
    }

    /** Lists chunks that were rendered, each of as many frames as it says. */
    public static PictureList ofChunks(List<RenderedChunk> chunks, FrameRate rate) {
        var entries = chunks.stream()
                .map(chunk -> new JoinList.Entry(
                        chunk.file(),
                        Optional.of(rate.timeOf(chunk.next()).minus(rate.timeOf(chunk.first()))),
                        Optional.of(Duration.ZERO),
                        Optional.empty()))
                .toList();
        return new PictureList(Duration.ZERO, entries);
    }

    /** Times of the list are rounded to microseconds; those of one axis, rounded, adjoin exactly. */
    private static JoinList.Entry entry(Footage footage, Path file) {
        var begin = micros(footage.at().plus(footage.lead()));
        var lasting = micros(footage.end()).minus(begin);
        return new JoinList.Entry(
                file,
                Optional.of(lasting),
                Optional.of(footage.from()),
                Optional.of(footage.from().plus(footage.playing())));
    }

    private static Duration micros(Duration time) {
        return Duration.ofSeconds(time.toSeconds(), time.toNanosPart() / 1000 * 1000L);
    }

    private static Footage footage(Stretch stretch) {
        return switch (stretch) {
            case Footage footage -> footage;
            case Blank blank -> throw new IllegalArgumentException("black can not be copied, at " + blank.at());
        };
    }
}
