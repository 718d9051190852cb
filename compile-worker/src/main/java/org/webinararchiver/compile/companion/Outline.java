package org.webinararchiver.compile.companion;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.SceneRules;
import org.webinararchiver.core.scene.Scenes;
import org.webinararchiver.core.scene.Speech;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.words.Chapter;
import org.webinararchiver.core.words.Chapters;

/**
 * A recording in broad strokes.
 *
 * @param chapters none where there is nothing to divide
 * @param poster when there is something to see that may stand for all of it
 */
public record Outline(List<Chapter> chapters, Duration poster) {
    private static final SceneRules STAGE_ALONE = new SceneRules(0, true, false, false);
    private static final int SHARE_BEFORE_POSTER = 10;

    /** What has just appeared may still be on its way there. */
    private static final Duration TO_APPEAR = Duration.ofSeconds(1);

    public Outline {
        chapters = List.copyOf(chapters);
    }

    /**
     * The outline of a recording. Who speaks does not count: a talk between two is no chapter a sentence.
     *
     * @param probes of its segments' files, by the segments' ids
     */
    public static Outline of(Manifest manifest, Map<String, MediaProbe> probes, Duration duration) {
        // A slide whose picture could not be had was shown all the same.
        var scenes = Scenes.of(
                manifest, Appearance.of(manifest, probes), slide -> true, Speech.UNKNOWN, STAGE_ALONE, duration);
        return new Outline(Chapters.of(manifest, scenes), poster(scenes, duration));
    }

    private static Duration poster(List<Scene> scenes, Duration duration) {
        var wanted = duration.dividedBy(SHARE_BEFORE_POSTER);
        var seen = scenes.stream()
                .filter(scene -> !(scene.stage() instanceof Stage.Nothing))
                .toList();
        return seen.stream()
                .filter(scene -> scene.time().until().compareTo(wanted) > 0)
                .findFirst()
                .map(scene -> scene.time().holds(wanted) ? wanted : shortlyAfter(scene))
                .or(() -> seen.stream().findFirst().map(Outline::shortlyAfter))
                .orElse(wanted);
    }

    private static Duration shortlyAfter(Scene scene) {
        var half = scene.time().lasting().dividedBy(2);
        return scene.time().from().plus(half.compareTo(TO_APPEAR) < 0 ? half : TO_APPEAR);
    }
}
