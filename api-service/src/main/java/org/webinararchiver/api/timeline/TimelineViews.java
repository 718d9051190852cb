package org.webinararchiver.api.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.webinararchiver.api.timeline.TimelineView.ClipView;
import org.webinararchiver.api.timeline.TimelineView.MessageView;
import org.webinararchiver.api.timeline.TimelineView.MissingView;
import org.webinararchiver.api.timeline.TimelineView.PersonView;
import org.webinararchiver.api.timeline.TimelineView.SceneView;
import org.webinararchiver.api.timeline.TimelineView.SlideView;
import org.webinararchiver.api.timeline.TimelineView.StageKind;
import org.webinararchiver.api.timeline.TimelineView.StageView;
import org.webinararchiver.api.timeline.TimelineView.TrackView;
import org.webinararchiver.core.chart.Overview;
import org.webinararchiver.core.chart.Row;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.scene.Person;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Gap;

/** Puts into words of the API what there is of a recording when. */
public final class TimelineViews {
    private final Overview overview;

    private TimelineViews(Overview overview) {
        this.overview = overview;
    }

    public static TimelineView of(Overview overview) {
        return new TimelineViews(overview).view();
    }

    private TimelineView view() {
        var manifest = overview.manifest();
        var proceedings = manifest.proceedings();
        return new TimelineView(
                manifest.title(),
                manifest.startedAt().orElse(null),
                overview.duration(),
                overview.scenes().stream().map(this::scene).toList(),
                overview.rows().stream().map(TimelineViews::track).toList(),
                proceedings.slides().stream().map(TimelineViews::slide).toList(),
                overview.gaps().stream().map(this::gap).toList(),
                proceedings.messages().stream()
                        .map(each -> new MessageView(
                                each.kind().name(), each.at(), each.author().orElse(null), each.text()))
                        .toList());
    }

    private SceneView scene(Scene scene) {
        int before = overview.messagesBefore(scene.time().from());
        return new SceneView(
                scene.time().from(),
                scene.time().until(),
                stage(scene.stage()),
                scene.people().stream().map(TimelineViews::person).toList(),
                scene.more(),
                overview.messagesBefore(scene.time().until()) - before);
    }

    private static StageView stage(Stage stage) {
        return switch (stage) {
            case Stage.Screen(var track) -> new StageView(StageKind.SCREEN, track, null, null);
            case Stage.OfSlide(var slide) ->
                new StageView(StageKind.SLIDE, null, slide.name().orElse(null), null);
            case Stage.Camera(var person) -> new StageView(StageKind.CAMERA, null, null, person(person));
            case Stage.Nothing() -> new StageView(StageKind.NOTHING, null, null, null);
        };
    }

    private static PersonView person(Person person) {
        return new PersonView(person.name(), person.seen());
    }

    private static TrackView track(Row row) {
        return new TrackView(
                row.track().id(), row.track().kind().name(), row.owner().orElse(null), clips(row));
    }

    private static List<ClipView> clips(Row row) {
        return Stream.concat(
                        row.seen().spans().stream().map(span -> new ClipView(span.from(), span.until(), true)),
                        row.heard().spans().stream().map(span -> new ClipView(span.from(), span.until(), false)))
                .sorted(Comparator.comparing(ClipView::from))
                .toList();
    }

    private static SlideView slide(Slide slide) {
        return new SlideView(slide.name().orElse(null), slide.from(), slide.until());
    }

    private MissingView gap(Gap gap) {
        var owner = overview.rows().stream()
                .filter(row -> row.track().id().equals(gap.track()))
                .flatMap(row -> row.owner().stream())
                .findFirst();
        return new MissingView(gap.track(), owner.orElse(null), gap.from(), gap.until());
    }
}
