package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.Mp4Probe;
import org.webinararchiver.media.mp4.NotMp4;
import org.webinararchiver.media.mp4.TruncatedMp4;

/**
 * The segments that can be used.
 *
 * @param shelf where their files are had from
 * @param probes what each holds, or would hold if it were whole, by the segments' ids
 * @param cutOff the ids of those whose end is missing
 */
public record Sources(Shelf shelf, Map<String, MediaProbe> probes, Set<String> cutOff) {
    private static final Logger LOG = Logger.getLogger(Sources.class);

    public Sources {
        Objects.requireNonNull(shelf);
        probes = Map.copyOf(probes);
        cutOff = Set.copyOf(cutOff);
    }

    /**
     * Looks into the files of these segments, one after the other. One that is of no use is left out, as if it could
     * not be had: one that is no media, and one whose tables claim what can not be.
     *
     * @param longest what claims to go on for longer is not believed
     * @param runs the ids of those whose clocks begin anywhere
     * @throws IOException when one cannot be read
     */
    public static Sources probed(Shelf shelf, Collection<String> segments, Duration longest, Set<String> runs)
            throws IOException, InterruptedException {
        var probes = new HashMap<String, MediaProbe>();
        var cutOff = new HashSet<String>();
        for (var segment : segments) {
            try (var held = shelf.hold(Set.of(segment))) {
                var probed = probed(segment, held.file(segment));
                probed.filter(found -> isCredible(found, longest, runs.contains(segment)))
                        .ifPresent(found -> {
                            probes.put(segment, found.media());
                            if (found.isCutOff()) {
                                cutOff.add(segment);
                            }
                        });
            }
        }
        return new Sources(shelf, probes, cutOff);
    }

    private record Probed(String segment, MediaProbe media, boolean isCutOff, long size) {}

    private static Optional<Probed> probed(String segment, Path file) throws IOException {
        try {
            return Optional.of(new Probed(segment, Mp4Probe.probe(file), false, Files.size(file)));
        } catch (Mp4Exception e) {
            LOG.warnf("The file of segment %s is damaged: %s", segment, e.getMessage());
            var size = Files.size(file);
            return whatItWouldHold(e).map(media -> new Probed(segment, media, true, size));
        }
    }

    private static boolean isCredible(Probed probed, Duration longest, boolean beginsAnywhere) {
        var claim = Claim.of(probed.media(), beginsAnywhere);
        if (claim.isIncredible(longest, probed.size())) {
            LOG.warnf("The file of segment %s claims what can not be: %s", probed.segment(), claim);
            return false;
        }
        return true;
    }

    private static Optional<MediaProbe> whatItWouldHold(Mp4Exception damage) {
        return switch (damage) {
            case TruncatedMp4 truncated -> truncated.media();
            case NotMp4 other -> Optional.empty();
        };
    }

    /** Brings the files of segments here and keeps them until they are let go. */
    public Shelf.Held hold(Collection<String> segments) throws IOException, InterruptedException {
        return shelf.hold(segments);
    }

    /** The same files, of which other things are known. */
    Sources with(Map<String, MediaProbe> otherProbes) {
        return new Sources(shelf, otherProbes, cutOff);
    }

    public boolean isCutOff(String segment) {
        return cutOff.contains(segment);
    }
}
