package org.webinararchiver.media.ffmpeg.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.media.ffmpeg.FfmpegVersion;

/** What ffmpeg is to do: a value, which a test can compare. */
public record FfmpegJob(
        List<FfmpegInput> inputs, Optional<FilterGraph> filters, List<FfmpegOutput> outputs, RunLimits limits) {
    public FfmpegJob {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        Objects.requireNonNull(filters);
        Objects.requireNonNull(limits);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("a job has an output");
        }
    }

    /** Without a graph of filters. */
    public FfmpegJob(List<FfmpegInput> inputs, List<FfmpegOutput> outputs, RunLimits limits) {
        this(inputs, Optional.empty(), outputs, limits);
    }

    /** The arguments that tell this version of ffmpeg to do it, without the program itself. */
    public List<String> arguments(FfmpegVersion version) {
        return new Arguments(version).of(this);
    }
}
