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

    /** Finding a place in a file takes a while; reading on to it does too. */
    private static final Duration READ_RATHER_THAN_SOUGHT = Duration.ofSeconds(2);

    /** What a slow machine needs for a second of the largest picture. */
    private static final int SLOWEST = 30;

    /** Each takes memory: as many as a machine has could be more than a process may have. */
    private static final String THREADS = "4";

    private static final long MEMORY = 8L << 30;

    private static final List<String> COUNTING =
            List.of("-map", "[counted]", "-fps_mode", "passthrough", "-f", "framecrc");

    private final PictureForm form;
    private final Coding coding;

    public ChunkJob(PictureForm form, Coding coding) {
        this.form = form;
        this.coding = coding;
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
                new FfmpegInput.Media(source, reading(chunk.footage().from())),
                graph,
                List.of(
                        new FfmpegOutput.File(result, encoding(chunk.frames())),
                        new FfmpegOutput.File(decoded, COUNTING)),
                chunk.frames());
    }

    /** Encodes black. */
    public FfmpegJob black(Black chunk, Path result) {
        var source = "color=c=black:s=%dx%d:r=%d"
                .formatted(form.width(), form.height(), form.rate().framesPerSecond());
        var graph = "[0:v:0]" + String.join(",", uniform()) + "[picture]";
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

    /**
     * When the size changes within the file, the filters go on ({@code -reinit_filter 0}): begun anew, they would count
     * frames anew. With {@code -copyts} times are those of the file, wherever its streams begin and reading starts.
     */
    private static List<String> reading(Duration from) {
        var options = new ArrayList<>(List.of("-copyts", "-reinit_filter", "0", "-threads", THREADS));
        if (from.compareTo(READ_RATHER_THAN_SOUGHT) >= 0) {
            options.addAll(List.of("-noaccurate_seek", "-seek_timestamp", "1", "-ss", Seconds.of(from)));
        }
        return options;
    }

    private static String cut(Footage footage) {
        return "trim=start=%s:end=%s"
                .formatted(Seconds.of(footage.from()), Seconds.of(footage.from().plus(footage.playing())));
    }

    private List<String> footageFilters(OfFootage chunk) {
        var footage = chunk.footage();
        var filters = new ArrayList<String>();
        filters.add("setpts=PTS-(%s)/TB".formatted(Seconds.of(fileTimeOfFirstFrame(chunk))));
        filters.add("fps=fps=%d:start_time=0:round=near".formatted(form.rate().framesPerSecond()));
        // A frame that claims to last for days would be repeated for days, though nobody takes the frames any more.
        filters.add("trim=end_frame=" + chunk.frames());
        filters.addAll(fitting());
        filters.addAll(uniform());
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

    private List<String> fitting() {
        return List.of(
                "scale=w=trunc(iw*sar/2+0.5)*2:h=ih",
                "setsar=1",
                "scale=w=%d:h=%d:force_original_aspect_ratio=decrease:force_divisible_by=2:out_range=tv"
                        .formatted(form.width(), form.height()),
                "pad=w=%d:h=%d:x=-1:y=-1:color=black:eval=frame".formatted(form.width(), form.height()));
    }

    /**
     * Colours are left as they are and named by nobody, as in most sources: tags that differ between chunks would
     * differ in the encoder's parameter sets.
     */
    private static List<String> uniform() {
        return List.of(
                "setsar=1",
                "format=yuv420p",
                "setparams=range=tv:color_primaries=unknown:color_trc=unknown:colorspace=unknown");
    }

    private List<String> encoding(long frames) {
        var keyFrames = Integer.toString(form.rate().framesPerSecond() * SECONDS_BETWEEN_KEY_FRAMES);
        var options = new ArrayList<>(List.of(
                "-map",
                "[picture]",
                "-frames:v",
                Long.toString(frames),
                "-fps_mode",
                "passthrough",
                "-c:v",
                "libx264",
                "-threads:v",
                THREADS,
                "-preset",
                "veryfast",
                "-crf",
                "23",
                "-profile:v",
                coding.profile(),
                "-g",
                keyFrames,
                "-keyint_min",
                keyFrames,
                "-sc_threshold",
                "0",
                "-flags",
                "+cgop",
                "-video_track_timescale",
                Integer.toString(coding.ticks()),
                "-map_metadata",
                "-1",
                "-f",
                "mp4"));
        options.addAll(besideOthers());
        return options;
    }

    /** What is decoded later than its neighbours are would be decoded before them. */
    private List<String> besideOthers() {
        var options = new ArrayList<String>();
        if (coding.setId() > 0) {
            options.addAll(List.of("-x264-params", "sps-id=" + coding.setId()));
        }
        if (!coding.reordered()) {
            options.addAll(List.of("-bf", "0"));
        }
        if (coding.delay().isPositive()) {
            options.addAll(List.of("-bsf:v", "setts=dts=DTS-round(%s/TB)".formatted(Seconds.of(coding.delay()))));
        }
        return options;
    }
}
