package org.webinararchiver.compile.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.compile.Seconds;
import org.webinararchiver.compile.picture.Chunk.Black;
import org.webinararchiver.compile.picture.Chunk.OfFootage;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/**
 * Tells ffmpeg how to encode one {@link Chunk}. All chunks of one {@link PictureForm} and {@link Coding} can be joined
 * as they are.
 */
public final class ChunkJob {
    private static final int SECONDS_BETWEEN_KEY_FRAMES = 2;

    /** A file that ends earlier than it said, by no more than this, is held; what lacks more comes out shorter. */
    static final Duration HELD_ANYWAY = Duration.ofMillis(500);

    /** What a slow machine needs for a second of the largest picture. */
    private static final int SLOWEST = 30;

    /** Each takes memory: as many as a machine has could be more than a process may have. */
    private static final int THREADS = 4;

    private static final long MEMORY = 8L << 30;

    private static final List<String> COUNTING =
            List.of("-map", "[counted]", "-fps_mode", "passthrough", "-f", "framecrc");

    private final PictureForm form;
    private final X264 encoder;

    public ChunkJob(PictureForm form, Coding coding) {
        this.form = form;
        this.encoder = new X264("veryfast", List.of("-crf", "23"), THREADS, List.of(), coding);
    }

    PictureForm form() {
        return form;
    }

    /**
     * Encodes frames of a file. The result has fewer frames than the chunk when the file has less than it said.
     *
     * @param source the segment's file
     * @param decoded is made to list the frames of the file that could be decoded, one a line
     */
    public FfmpegJob footage(OfFootage chunk, Path source, Path result, Path decoded) {
        var graph = "[0:v:0]%s,split[shown][counted];[shown]%s[picture]"
                .formatted(cut(chunk.footage()), String.join(",", footageFilters(chunk)));
        return job(
                SourceReading.of(source, chunk.footage().from(), THREADS),
                graph,
                List.of(
                        new FfmpegOutput.File(result, encoding(chunk.frames())),
                        new FfmpegOutput.File(decoded, COUNTING)),
                chunk.frames());
    }

    /** Encodes black. */
    public FfmpegJob black(Black chunk, Path result) {
        var source = "color=c=black:s=%dx%d:r=%s"
                .formatted(form.width(), form.height(), form.rate().text());
        var graph = "[0:v:0]" + String.join(",", FrameFilters.uniform()) + "[picture]";
        var output = new FfmpegOutput.File(result, encoding(chunk.frames()));
        return job(new FfmpegInput.Generated(source), graph, List.of(output), chunk.frames());
    }

    private FfmpegJob job(FfmpegInput input, String graph, List<FfmpegOutput> outputs, long frames) {
        var time = Duration.ofMinutes(10).plus(form.rate().timeOf(frames).multipliedBy(SLOWEST));
        return new FfmpegJob(
                List.of(input),
                Optional.of(new FilterGraph.Text(graph)),
                outputs,
                RunLimits.USUAL.withTime(time).withMemory(MEMORY));
    }

    private static String cut(Footage footage) {
        return "trim=start=%s:end=%s"
                .formatted(Seconds.of(footage.from()), Seconds.of(footage.from().plus(footage.playing())));
    }

    private List<String> footageFilters(OfFootage chunk) {
        var footage = chunk.footage();
        var filters = new ArrayList<String>();
        filters.add("setpts=PTS-(%s)/TB".formatted(Seconds.of(fileTimeOfFirstFrame(chunk))));
        filters.add("fps=fps=%s:start_time=0:round=near".formatted(form.rate().text()));
        // A frame that claims to last for days would be repeated for days, though nobody takes the frames any more.
        filters.add("trim=end_frame=" + chunk.frames());
        filters.addAll(FrameFilters.fitted(form.width(), form.height()));
        filters.addAll(FrameFilters.uniform());
        filters.add("tpad=stop_mode=clone:stop="
                + form.rate().frameAt(footage.held().plus(HELD_ANYWAY)));
        return filters;
    }

    /** Can lie before the file's own beginning, where the first frame is to be shown early. */
    private Duration fileTimeOfFirstFrame(OfFootage chunk) {
        var footage = chunk.footage();
        var rounding = chunk.origin().plus(form.rate().timeOf(chunk.first())).minus(footage.at());
        return footage.from().minus(footage.lead()).plus(rounding);
    }

    private List<String> encoding(long frames) {
        return encoder.options(frames, form.rate().framesIn(SECONDS_BETWEEN_KEY_FRAMES));
    }
}
