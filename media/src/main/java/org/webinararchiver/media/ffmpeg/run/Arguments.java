package org.webinararchiver.media.ffmpeg.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.media.ffmpeg.FfmpegVersion;

/** Puts a job into the words of ffmpeg's command line. */
final class Arguments {
    static final String PROTOCOLS = "file,pipe";

    /** Until then a graph was read from a file by an option of its own, which later versions drop. */
    private static final FfmpegVersion READS_ANY_OPTION_FROM_A_FILE = FfmpegVersion.release(7, 0);

    private final FfmpegVersion version;
    private final List<String> arguments = new ArrayList<>();

    Arguments(FfmpegVersion version) {
        this.version = version;
    }

    List<String> of(FfmpegJob job) {
        add("-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+warning");
        add("-progress", "pipe:1", "-stats_period", "0.5", "-y");
        job.inputs().forEach(input -> input(input, job.limits()));
        job.filters().ifPresent(this::filters);
        job.outputs().forEach(this::output);
        return List.copyOf(arguments);
    }

    private void input(FfmpegInput input, RunLimits limits) {
        arguments.addAll(input.options());
        add("-protocol_whitelist", PROTOCOLS);
        switch (input) {
            case FfmpegInput.Media media -> {
                limitPixels(limits);
                read(Formats.MEDIA, file(media.file()));
            }
            case FfmpegInput.Joined joined -> {
                limitPixels(limits);
                add("-f", "concat", "-safe", "0");
                read(formatsOfList(), file(joined.list()));
            }
            case FfmpegInput.Picture picture -> {
                limitPixels(limits);
                add("-f", "image2", "-pattern_type", "none");
                read(List.of("image2"), file(picture.file()));
            }
            case FfmpegInput.ForeignPicture picture -> {
                limitPixels(limits);
                var format = picture.format();
                add("-f", format.demuxer(), "-codec_whitelist", format.decoder());
                read(List.of(format.demuxer()), file(picture.file()));
            }
            case FfmpegInput.Description description -> {
                add("-f", "ffmetadata");
                read(List.of("ffmetadata"), file(description.file()));
            }
            case FfmpegInput.Generated generated -> {
                add("-f", "lavfi");
                read(List.of("lavfi"), generated.graph());
            }
        }
    }

    private static List<String> formatsOfList() {
        var formats = new ArrayList<>(Formats.MEDIA);
        formats.addAll(Formats.PICTURES);
        formats.add("concat");
        return formats;
    }

    private void limitPixels(RunLimits limits) {
        add("-max_pixels", Long.toString(limits.pixels()));
    }

    private void read(List<String> formats, String name) {
        add("-format_whitelist", Formats.whitelist(formats), "-i", name);
    }

    private void filters(FilterGraph filters) {
        switch (filters) {
            case FilterGraph.Text text -> add("-filter_complex", text.graph());
            case FilterGraph.Script script ->
                add(
                        version.isAtLeast(READS_ANY_OPTION_FROM_A_FILE) ? "-/filter_complex" : "-filter_complex_script",
                        script.file().toAbsolutePath().toString());
        }
    }

    private void output(FfmpegOutput output) {
        arguments.addAll(output.options());
        switch (output) {
            case FfmpegOutput.File written -> arguments.add(file(written.file()));
            case FfmpegOutput.Discarded discarded -> add("-f", "null", "-");
        }
    }

    private void add(String... words) {
        arguments.addAll(List.of(words));
    }

    /** Named so that nothing in a file's name can be taken for an option or for another protocol. */
    static String file(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9).toPlainString();
    }
}
