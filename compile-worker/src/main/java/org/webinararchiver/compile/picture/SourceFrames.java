package org.webinararchiver.compile.picture;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.core.timeline.CodedFrames;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.media.mp4.H264Probe;
import org.webinararchiver.media.mp4.H264Track;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.NotCopyable;

/**
 * The coded frames of the files that a picture shows.
 *
 * @param tracks of those that can be copied, by the segments' ids
 * @param frames of all that are coded as H.264, by the segments' ids
 */
public record SourceFrames(Map<String, H264Track> tracks, Map<String, CodedFrames> frames) {
    public SourceFrames {
        tracks = Map.copyOf(tracks);
        frames = Map.copyOf(frames);
    }

    /**
     * Looks at every frame of these files, without decoding it.
     *
     * @throws IOException when one cannot be read
     */
    public static SourceFrames of(Picture picture, Sources sources) throws IOException, InterruptedException {
        var tracks = new HashMap<String, H264Track>();
        var frames = new HashMap<String, CodedFrames>();
        for (var footage : picture.footage()) {
            var segment = footage.segment();
            if (!frames.containsKey(segment)) {
                frames.put(segment, frames(segment, sources, tracks));
            }
        }
        return new SourceFrames(tracks, frames);
    }

    private static CodedFrames frames(String segment, Sources sources, Map<String, H264Track> tracks)
            throws IOException, InterruptedException {
        var size = Pixels.of(sources.probes().get(segment).video().orElseThrow());
        if (sources.isCutOff(segment)) {
            return CodedFrames.notToBeCopied("lacks its end");
        }
        if (!size.canBeShown()) {
            return CodedFrames.notToBeCopied("claims to be %dx%d".formatted(size.width(), size.height()));
        }
        try {
            var track = track(segment, sources);
            track.ifPresent(found -> tracks.put(segment, found));
            return track.map(SourceFrames::frames).orElse(CodedFrames.notToBeCopied("is not H.264"));
        } catch (NotCopyable e) {
            return CodedFrames.notToBeCopied(e.getMessage());
        } catch (Mp4Exception e) {
            return CodedFrames.notToBeCopied("is damaged: " + e.getMessage());
        }
    }

    private static Optional<H264Track> track(String segment, Sources sources)
            throws NotCopyable, Mp4Exception, IOException, InterruptedException {
        try (var held = sources.hold(List.of(segment))) {
            return H264Probe.probe(held.file(segment));
        }
    }

    private static CodedFrames frames(H264Track track) {
        var unlike = track.peculiarity()
                .or(() -> Coding.beside(track, track.delay()).isPresent()
                        ? Optional.empty()
                        : Optional.of("is coded in an unusual way"));
        return new CodedFrames(track.keyFrames(), Optional.empty(), unlike);
    }
}
