package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.media.MediaProbe;

/**
 * A manifest in which twins stand in for what their files lack: runs are more clips of the same track. Where the file
 * has sound, of its twin only the picture is taken.
 *
 * @param manifest with the clips of runs, and without those of missing files that runs stand in for
 * @param probes of the files and runs, with that which is taken of them
 * @param gaps pictures that neither the file nor its twin could give
 */
public record StandIns(Manifest manifest, Map<String, MediaProbe> probes, List<Gap> gaps) {
    public StandIns {
        probes = Map.copyOf(probes);
        gaps = List.copyOf(gaps);
    }

    /**
     * Lays twins beside their files.
     *
     * @param probes of all files and runs that are there; a run that is absent is of no use
     */
    public static StandIns laid(Manifest manifest, Twins twins, Map<String, MediaProbe> probes) {
        return new Laying(manifest, twins, probes).done();
    }

    /**
     * The same for a recording that lasts no longer than this. What files hold beyond, as they were found to, is cut
     * off.
     *
     * @param most more than nothing
     */
    public StandIns within(Duration most) {
        var tracks = manifest.tracks().stream()
                .map(track -> new Track(
                        track.id(),
                        track.kind(),
                        track.participant(),
                        track.clips().stream()
                                .filter(clip -> clip.start().compareTo(most) < 0)
                                .map(clip -> cut(clip, most))
                                .toList(),
                        track.pictured()))
                .toList();
        var left = gaps.stream()
                .filter(gap -> gap.from().compareTo(most) < 0)
                .map(gap -> gap.cutAt(most))
                .toList();
        return new StandIns(manifest.with(earlier(manifest.duration(), most), tracks), probes, left);
    }

    /** An end would tell that the recording goes on until then; of a file that is missing nobody knows that. */
    private Clip cut(Clip clip, Duration most) {
        var isOpen = clip.end().isEmpty() && !probes.containsKey(clip.segment());
        return isOpen
                ? clip
                : new Clip(
                        clip.segment(),
                        clip.start(),
                        clip.trim(),
                        Optional.of(clip.end().map(end -> earlier(end, most)).orElse(most)));
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** What is seen and heard when. */
    public Timeline timeline() {
        var timeline = Timeline.of(manifest, probes);
        var all = Stream.concat(timeline.gaps().stream(), gaps.stream())
                .sorted(Comparator.comparing(Gap::from))
                .toList();
        return new Timeline(timeline.duration(), timeline.picture(), timeline.voices(), all);
    }

    /** One manifest on its way. */
    private static final class Laying {
        private final Manifest manifest;
        private final Twins twins;
        private final Map<String, MediaProbe> probes;
        private final Map<String, MediaProbe> taken;
        private final Map<String, Segment> segments;
        private final List<Gap> gaps = new ArrayList<>();

        Laying(Manifest manifest, Twins twins, Map<String, MediaProbe> probes) {
            this.manifest = manifest;
            this.twins = twins;
            this.probes = probes;
            this.taken = new HashMap<>(probes);
            this.segments = new HashMap<>(manifest.segmentsById());
        }

        StandIns done() {
            var tracks = manifest.tracks().stream().map(this::track).toList();
            var supplemented = new Manifest(
                    manifest.version(),
                    manifest.source(),
                    manifest.title(),
                    manifest.startedAt(),
                    manifest.duration(),
                    manifest.participants(),
                    manifest.lecturer(),
                    tracks,
                    List.copyOf(segments.values()),
                    manifest.mediaHeaders(),
                    manifest.proceedings());
            return new StandIns(supplemented, taken, gaps);
        }

        private Track track(Track track) {
            var clips =
                    track.clips().stream().flatMap(clip -> clips(track, clip)).toList();
            return new Track(track.id(), track.kind(), track.participant(), clips, track.pictured());
        }

        private Stream<Clip> clips(Track track, Clip clip) {
            var file = Optional.ofNullable(probes.get(clip.segment()));
            if (file.flatMap(MediaProbe::video).isPresent()) {
                return Stream.of(clip);
            }
            if (track.pictured() && twins.lost().contains(clip.segment())) {
                file.flatMap(sound -> Placed.sound(clip, sound)).ifPresent(sound -> missPicture(track, sound));
            }
            var hasSound = file.flatMap(MediaProbe::audio).isPresent();
            var runs = usable(clip.segment(), hasSound);
            var standIns = runs.stream()
                    .flatMap(run -> new TwinClock(runs, probes).clip(run, clip).stream())
                    .toList();
            missHoles(track, clip, standIns);
            return hasSound || standIns.isEmpty()
                    ? Stream.concat(Stream.of(clip), standIns.stream())
                    : standIns.stream();
        }

        /** What there is of the file's twin; from now on, runs have only what is taken of them. */
        private List<TwinRun> usable(String file, boolean onlyPicture) {
            var all = twins.of(file).orElse(List.of()).stream()
                    .filter(run -> probes.containsKey(run.segment()))
                    .filter(run ->
                            !onlyPicture || probes.get(run.segment()).video().isPresent())
                    .toList();
            for (var run : all) {
                var probe = probes.get(run.segment());
                taken.put(
                        run.segment(),
                        onlyPicture ? new MediaProbe(probe.duration(), probe.video(), Optional.empty()) : probe);
                segments.putIfAbsent(
                        run.segment(),
                        new Segment(run.segment(), segments.get(file).url()));
            }
            return all;
        }

        /** Pieces that the platform itself has lost lie between two runs. */
        private void missHoles(Track track, Clip clip, List<Clip> standIns) {
            var pictures = standIns.stream()
                    .flatMap(run -> Placed.picture(run, taken.get(run.segment())).stream())
                    .sorted(Comparator.comparing(Placed::at))
                    .toList();
            for (int next = 1; next < pictures.size(); next++) {
                var from = pictures.get(next - 1).until();
                var until = pictures.get(next).at();
                if (until.minus(from).compareTo(PicturePlan.NOTICED_HOLE) >= 0) {
                    gaps.add(new Gap(clip.segment(), track.id(), track.participant(), from, until));
                }
            }
        }

        private void missPicture(Track track, Placed sound) {
            gaps.add(new Gap(sound.segment(), track.id(), track.participant(), sound.at(), sound.until()));
        }
    }
}
