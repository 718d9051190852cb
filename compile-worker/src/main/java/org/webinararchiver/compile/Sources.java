package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.Mp4Probe;
import org.webinararchiver.media.mp4.NotMp4;
import org.webinararchiver.media.mp4.TruncatedMp4;

/**
 * The segments' files that can be used.
 *
 * @param files by the segments' ids
 * @param probes what each holds, or would hold if it were whole
 * @param cutOff the ids of those whose end is missing
 */
public record Sources(Map<String, Path> files, Map<String, MediaProbe> probes, Set<String> cutOff) {
    private static final Logger LOG = Logger.getLogger(Sources.class);

    public Sources {
        files = Map.copyOf(files);
        probes = Map.copyOf(probes);
        cutOff = Set.copyOf(cutOff);
    }

    /**
     * Looks into these files. One that is of no use is left out, as if it could not be had: one that is no media, and
     * one whose tables claim what can not be.
     *
     * @param longest what claims to go on for longer is not believed
     * @param runs the ids of those whose clocks begin anywhere
     * @throws IOException when one cannot be read
     */
    public static Sources probed(Map<String, Path> files, Duration longest, Set<String> runs) throws IOException {
        var probes = new HashMap<String, MediaProbe>();
        var cutOff = new HashSet<String>();
        for (var file : files.entrySet()) {
            var segment = file.getKey();
            try {
                probes.put(segment, Mp4Probe.probe(file.getValue()));
            } catch (Mp4Exception e) {
                LOG.warnf("The file of segment %s is damaged: %s", segment, e.getMessage());
                whatItWouldHold(e).ifPresent(probe -> {
                    probes.put(segment, probe);
                    cutOff.add(segment);
                });
            }
        }
        for (var file : files.entrySet()) {
            var claim = Optional.ofNullable(probes.get(file.getKey()))
                    .map(probe -> Claim.of(probe, runs.contains(file.getKey())));
            if (claim.isPresent() && claim.get().isIncredible(longest, Files.size(file.getValue()))) {
                LOG.warnf("The file of segment %s claims what can not be: %s", file.getKey(), claim.get());
                probes.remove(file.getKey());
                cutOff.remove(file.getKey());
            }
        }
        return new Sources(files, probes, cutOff);
    }

    private static Optional<MediaProbe> whatItWouldHold(Mp4Exception damage) {
        return switch (damage) {
            case TruncatedMp4 truncated -> truncated.media();
            case NotMp4 other -> Optional.empty();
        };
    }

    public Path file(String segment) {
        return files.get(segment);
    }

    public boolean isCutOff(String segment) {
        return cutOff.contains(segment);
    }
}
