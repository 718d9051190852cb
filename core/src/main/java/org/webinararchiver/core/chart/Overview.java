package org.webinararchiver.core.chart;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.webinararchiver.core.layout.Arrangement;
import org.webinararchiver.core.layout.Screen;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.SceneRules;
import org.webinararchiver.core.scene.Scenes;
import org.webinararchiver.core.scene.Speech;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.AssumedMedia;
import org.webinararchiver.core.timeline.Gap;
import org.webinararchiver.core.timeline.Timeline;

/**
 * What there is to see and to hear of a recording when, as its source tells: nobody has looked into the files, so who
 * is heard without being seen may be silent.
 *
 * @param duration of the recording
 * @param rows in the order in which they are shown: the lecturer's first, and of one person the camera before the
 *     screen
 * @param scenes what is looked at and who is beside it, from zero to the end; messages begin no scene
 * @param gaps what is missing, in order of time
 */
public record Overview(Manifest manifest, Duration duration, List<Row> rows, List<Scene> scenes, List<Gap> gaps) {
    private static final Size FULL_HD = new Size(1920, 1080);

    public Overview {
        Objects.requireNonNull(manifest);
        Objects.requireNonNull(duration);
        rows = List.copyOf(rows);
        scenes = List.copyOf(scenes);
        gaps = List.copyOf(gaps);
    }

    /**
     * Of a recording of which these files, by their ids, could not be had.
     *
     * @param missing segments, slides or both
     */
    public static Overview of(Manifest manifest, Set<String> missing) {
        var probes = new HashMap<>(AssumedMedia.of(manifest));
        probes.keySet().removeAll(missing);
        var timeline = Timeline.of(manifest, probes);
        var appearances = Appearance.of(manifest, probes);
        var scenes = Scenes.of(
                manifest, appearances, slide -> isThere(slide, missing), Speech.UNKNOWN, rules(), timeline.duration());
        return new Overview(manifest, timeline.duration(), Row.of(manifest, appearances), scenes, timeline.gaps());
    }

    private static boolean isThere(Slide slide, Set<String> missing) {
        return slide.file().filter(file -> !missing.contains(file.id())).isPresent();
    }

    /** Those of the usual layout, but that a message changes nothing: there may be thousands. */
    private static SceneRules rules() {
        var look = Look.USUAL;
        var usual = new Arrangement(look.layout(), new Screen(FULL_HD), look.chat(), look.hidesSilent()).rules();
        return new SceneRules(usual.places(), usual.lecturerStays(), usual.hidesSilent(), false);
    }

    /** How many messages were written before an instant. */
    public int messagesBefore(Duration instant) {
        return (int) manifest.proceedings().messages().stream()
                .takeWhile(message -> message.at().compareTo(instant) < 0)
                .count();
    }
}
