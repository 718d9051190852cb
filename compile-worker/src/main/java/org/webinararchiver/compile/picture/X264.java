package org.webinararchiver.compile.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.webinararchiver.compile.Seconds;

/**
 * Settings of x264. Files that were encoded with the same ones can be joined as they are.
 *
 * @param preset how much it tries
 * @param quality the options that say how good it is to be, for example {@code -crf 23}
 * @param threads each takes memory: as many as a machine has could be more than a process may have
 * @param parameters of x264 itself that differ from the preset's, for example {@code cabac=1}
 */
public record X264(String preset, List<String> quality, int threads, List<String> parameters, Coding coding) {
    public X264 {
        Objects.requireNonNull(preset);
        Objects.requireNonNull(coding);
        quality = List.copyOf(quality);
        parameters = List.copyOf(parameters);
    }

    /** The same, coded otherwise. */
    public X264 with(Coding other) {
        return new X264(preset, quality, threads, parameters, other);
    }

    /**
     * The options of an output that is called {@code [picture]} in the graph of filters.
     *
     * @param frames how many there are, at the most
     * @param betweenKeyFrames how many frames from one key frame to the next
     */
    public List<String> options(long frames, int betweenKeyFrames) {
        var options = new ArrayList<>(List.of("-map", "[picture]", "-frames:v", Long.toString(frames)));
        options.addAll(List.of("-fps_mode", "passthrough", "-c:v", "libx264"));
        options.addAll(List.of("-threads:v", Integer.toString(threads), "-preset", preset));
        options.addAll(quality);
        options.addAll(List.of("-profile:v", coding.profile()));
        var keyFrames = Integer.toString(betweenKeyFrames);
        options.addAll(List.of("-g", keyFrames, "-keyint_min", keyFrames, "-sc_threshold", "0", "-flags", "+cgop"));
        options.addAll(List.of("-video_track_timescale", Integer.toString(coding.ticks())));
        options.addAll(List.of("-map_metadata", "-1", "-f", "mp4"));
        options.addAll(besideOthers());
        return options;
    }

    /** A parameter counts for more than the profile: frames would need a better decoder than those beside them. */
    private boolean isOfProfile(String parameter) {
        return switch (coding.profile()) {
            case "baseline" -> !parameter.equals("cabac=1") && !parameter.equals("8x8dct=1");
            case "main" -> !parameter.equals("8x8dct=1");
            default -> true;
        };
    }

    /** What is decoded later than its neighbours are would be decoded before them. */
    private List<String> besideOthers() {
        var options = new ArrayList<String>();
        var all = new ArrayList<>(parameters.stream().filter(this::isOfProfile).toList());
        if (coding.setId() > 0) {
            all.addFirst("sps-id=" + coding.setId());
        }
        if (!all.isEmpty()) {
            options.addAll(List.of("-x264-params", String.join(":", all)));
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
