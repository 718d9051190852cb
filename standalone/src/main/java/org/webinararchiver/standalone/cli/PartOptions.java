package org.webinararchiver.standalone.cli;

import java.time.Duration;
import java.util.Optional;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.core.timeline.ManifestWindow;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What part of a recording is wanted. */
final class PartOptions {
    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = TimeText.class,
            description = "Leave out what is before: 90 (seconds), 1:02:03 or PT1H2M3S.")
    private Duration start;

    @Option(
            names = "--max-duration",
            paramLabel = "TIME",
            converter = TimeText.class,
            description = "Make at most so much, in seconds or written like --start.")
    private Duration maxDuration;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** @throws ParameterException when a time is none that can be meant */
    RenditionOptions with(Look look, boolean strict, boolean stems) {
        try {
            return new RenditionOptions(
                    Optional.ofNullable(start), Optional.ofNullable(maxDuration), look, strict, stems);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** @throws ParameterException when a time is none that can be meant */
    ManifestWindow window() {
        var wanted = with(Look.USUAL, false, false);
        return ManifestWindow.of(wanted.start(), wanted.maxDuration());
    }
}
