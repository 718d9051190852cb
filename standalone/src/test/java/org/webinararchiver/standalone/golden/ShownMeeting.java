package org.webinararchiver.standalone.golden;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.webinararchiver.compile.compose.Storyboard;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.layout.Arrangement;
import org.webinararchiver.core.layout.Screen;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.scene.Scenes;
import org.webinararchiver.core.scene.Speech;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.ManifestWindow;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.SpanSeries;
import org.webinararchiver.core.timeline.StandIns;
import org.webinararchiver.simulator.meeting.Meeting;

/**
 * A meeting on its whole way: told by the platform, read by its source, cut to what is wanted, and laid out as the
 * compiler does with what the files hold.
 */
final class ShownMeeting {
    static final Size SCREEN = new Size(1280, 720);

    private final Meeting meeting;
    private final Map<String, SpanSeries> spoken = new HashMap<>();
    private final List<Consumer<Holdings>> finds = new ArrayList<>();
    private UnaryOperator<ObjectNode> otherwise = UnaryOperator.identity();
    private ManifestWindow window = ManifestWindow.WHOLE;
    private Layout layout = Layout.AUTO;
    private boolean hidesSilent;

    private ShownMeeting(Meeting meeting) {
        this.meeting = meeting;
    }

    static ShownMeeting of(Meeting meeting) {
        return new ShownMeeting(meeting);
    }

    /** The platform tells something else. */
    ShownMeeting told(UnaryOperator<ObjectNode> changed) {
        otherwise = changed;
        return this;
    }

    /** The files hold something else than what was sent. */
    ShownMeeting found(Consumer<Holdings> change) {
        finds.add(change);
        return this;
    }

    /** Somebody is heard to speak only then; nobody listens to the others. */
    ShownMeeting spoken(String name, Span... times) {
        spoken.put(name, new SpanSeries(List.of(times)));
        return this;
    }

    ShownMeeting in(ManifestWindow part) {
        window = part;
        return this;
    }

    ShownMeeting as(Layout wanted) {
        layout = wanted;
        return this;
    }

    ShownMeeting hidingSilent() {
        hidesSilent = true;
        return this;
    }

    void mustBe(String golden) throws FailureException, IOException {
        new GoldenFile(golden).mustBe(text());
    }

    private String text() throws FailureException, IOException {
        var told = ToldMeeting.manifest(meeting, otherwise);
        var holdings = new Holdings(meeting, told);
        finds.forEach(change -> change.accept(holdings));
        var wanted = window.appliedTo(told);
        var all = StandIns.laid(wanted, holdings.twins(), holdings.probes());
        var laid = window.length().map(all::within).orElse(all);
        var timeline = laid.timeline();
        var arrangement = new Arrangement(layout, new Screen(SCREEN), true, hidesSilent);
        var appearances = Appearance.of(laid.manifest(), laid.probes());
        var scenes = Scenes.of(
                laid.manifest(),
                appearances,
                slide -> slide.file().isPresent(),
                new Speech(spokenOn(laid.manifest())),
                arrangement.rules(),
                timeline.duration());
        var storyboard = Storyboard.of(scenes, arrangement, appearances, laid.probes());
        return new GoldenText(holdings, laid.manifest(), timeline)
                .written("%s%s".formatted(layout.text(), hidesSilent ? ", silent people hidden" : ""), storyboard);
    }

    private Map<String, SpanSeries> spokenOn(Manifest manifest) {
        var names = manifest.participants().stream().collect(Collectors.toMap(Participant::id, Participant::name));
        return manifest.tracks().stream()
                .filter(track -> track.participant()
                        .map(names::get)
                        .filter(spoken::containsKey)
                        .isPresent())
                .collect(Collectors.toMap(
                        Track::id,
                        track -> spoken.get(names.get(track.participant().orElseThrow()))));
    }
}
