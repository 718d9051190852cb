package org.webinararchiver.core.words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Span;

/**
 * Divides a recording by what is looked at: slides, shared screens, people. What is there for a moment only belongs to
 * the chapter before it, as does a time in which there is nothing to look at.
 */
public final class Chapters {
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private Chapters() {}

    /**
     * The first one begins with the recording, and each ends where the next one begins.
     *
     * @param scenes of the whole recording, in order
     * @return none where there would be but one
     */
    public static List<Chapter> of(Manifest manifest, List<Scene> scenes) {
        var titles = new Titles(manifest);
        var chapters = new ArrayList<Chapter>();
        for (var sight : sights(scenes)) {
            if (sight.stage() instanceof Stage.Nothing || sight.time().lasting().compareTo(SHORTEST) < 0) {
                continue;
            }
            var title = titles.of(sight.stage(), sight.time().from());
            if (chapters.isEmpty() || !chapters.getLast().title().equals(title)) {
                chapters.add(new Chapter(sight.time(), title));
            }
        }
        return chapters.size() < 2
                ? List.of()
                : adjoining(chapters, scenes.getLast().time().until());
    }

    private record Sight(Span time, Stage stage) {}

    /** Scenes in which the same is looked at are one, whoever is beside it. */
    private static List<Sight> sights(List<Scene> scenes) {
        var sights = new ArrayList<Sight>();
        for (var scene : scenes) {
            if (!sights.isEmpty() && sights.getLast().stage().equals(scene.stage())) {
                var begun = sights.removeLast();
                sights.add(new Sight(new Span(begun.time().from(), scene.time().until()), begun.stage()));
            } else {
                sights.add(new Sight(scene.time(), scene.stage()));
            }
        }
        return sights;
    }

    private static List<Chapter> adjoining(List<Chapter> chapters, Duration end) {
        var adjoining = new ArrayList<Chapter>();
        for (int i = 0; i < chapters.size(); i++) {
            var from = i == 0 ? Duration.ZERO : chapters.get(i).time().from();
            var until = i + 1 < chapters.size() ? chapters.get(i + 1).time().from() : end;
            adjoining.add(new Chapter(new Span(from, until), chapters.get(i).title()));
        }
        return List.copyOf(adjoining);
    }
}
