package org.webinararchiver.compile.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.LastWords;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.picture.Chunk.OfFootage;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.Mp4Probe;

/** Encodes a chunk of footage and finds out how much of it there really was. */
final class FootageRenderer {
    private static final Logger LOG = Logger.getLogger(FootageRenderer.class);

    /** As long as a hole between files that is not told either. */
    private static final Duration UNNOTICED = Duration.ofMillis(500);

    private final Workshop workshop;
    private final PictureForm form;
    private final ChunkJob jobs;
    private final Sources sources;
    private final Path scratch;

    FootageRenderer(Workshop workshop, ChunkJob jobs, Sources sources, Path scratch) {
        this.workshop = workshop;
        this.form = jobs.form();
        this.jobs = jobs;
        this.sources = sources;
        this.scratch = scratch;
    }

    RenderedFootage render(OfFootage chunk, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var name = "footage-%d-%d".formatted(chunk.origin().toMillis(), chunk.first());
        var result = scratch.resolve(name + ".mp4");
        var decoded = scratch.resolve(name + ".frames");
        var segment = chunk.footage().segment();
        try (var held = sources.hold(List.of(segment))) {
            workshop.run(jobs.footage(chunk, held.file(segment), result, decoded), seconds(chunk), progress);
        } catch (FfmpegFailure e) {
            if (e.kind() == FfmpegFailure.Kind.NOT_RUN) {
                throw e;
            }
            LastWords.keep(LOG, "The picture of segment %s can not be decoded".formatted(segment), e);
            return new RenderedFootage(new RenderedChunk(result, chunk.origin(), chunk.first(), 0), false);
        }
        progress.accept(1);
        long frames = Math.min(chunk.frames(), framesIn(result));
        return new RenderedFootage(
                new RenderedChunk(result, chunk.origin(), chunk.first(), frames),
                hasHoles(chunk, frames, linesOfFrames(decoded)));
    }

    private double seconds(Chunk chunk) {
        return chunk.frames() / form.rate().framesPerSecond();
    }

    /**
     * Only a file that is shown as a whole says how many frames to expect; of a part nobody knows, since cameras send
     * frames when they have them.
     */
    private boolean hasHoles(OfFootage chunk, long frames, long decoded) {
        var footage = chunk.footage();
        var video = sources.probes().get(footage.segment()).video().orElseThrow();
        if (footage.playing().compareTo(video.duration()) < 0 || frames == 0) {
            return false;
        }
        double missing = (video.frames() - decoded) / video.frameRate();
        return missing - missingAtEnd(chunk, frames) > seconds(UNNOTICED);
    }

    /** In seconds, the frame that was held before black included. */
    private double missingAtEnd(OfFootage chunk, long frames) {
        double black = (chunk.frames() - frames) / form.rate().framesPerSecond();
        return black > 0 ? black + seconds(ChunkJob.HELD_ANYWAY) : 0;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static long linesOfFrames(Path list) throws IOException {
        try (var lines = Files.lines(list)) {
            return lines.filter(line -> !line.startsWith("#")).count();
        }
    }

    private static long framesIn(Path result) throws IOException {
        if (!Files.exists(result)) {
            return 0;
        }
        try {
            return Mp4Probe.probe(result).video().map(VideoStream::frames).orElse(0L);
        } catch (Mp4Exception e) {
            LOG.debugf(e, "Nothing was decoded");
            return 0;
        }
    }
}
