package org.webinararchiver.standalone.progress;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.webinararchiver.core.chart.Overview;
import org.webinararchiver.core.chart.Row;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.scene.Person;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.standalone.plan.Plan;

/** What would become of a link, in lines for a person. Whoever is only heard is in brackets. */
public final class PlanText {
    private static final int MOST_SCENES = 200;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    private final Plan plan;
    private final Overview overview;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Plan plan) {
        this.plan = plan;
        this.overview = plan.overview();
    }

    public static List<String> lines(Plan plan) {
        var text = new PlanText(plan);
        text.summary();
        text.scenes();
        return List.copyOf(text.lines);
    }

    private void summary() {
        var manifest = overview.manifest();
        var proceedings = manifest.proceedings();
        lines.add(CellText.plain(manifest.title()));
        tell("link", plan.page().toString());
        manifest.startedAt().ifPresent(began -> tell("began", WHEN.format(began)));
        tell("lasts", ClockText.of(overview.duration()));
        tell("people", people());
        tell("files", Integer.toString(plan.files()));
        tell("documents", Integer.toString(plan.documents()));
        tell("slides", Integer.toString(proceedings.slides().size()));
        tell("messages", Integer.toString(proceedings.messages().size()));
    }

    /** Everybody who has a camera or a microphone on at some time, the lecturer first. */
    private String people() {
        var seen = new LinkedHashMap<String, Boolean>();
        overview.rows().stream()
                .filter(row -> row.track().kind() == Track.Kind.PERSON)
                .forEach(row -> seen.merge(row.name(), !row.seen().spans().isEmpty(), Boolean::logicalOr));
        return seen.isEmpty()
                ? "nobody"
                : seen.entrySet().stream()
                        .map(each -> shown(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private void scenes() {
        lines.add("");
        overview.scenes().stream().limit(MOST_SCENES).forEach(scene -> lines.add(line(scene)));
        int more = overview.scenes().size() - MOST_SCENES;
        if (more > 0) {
            lines.add("  and %d more scenes; --json tells all of them".formatted(more));
        }
    }

    private String line(Scene scene) {
        var beside = scene.people().stream().map(PlanText::shown).collect(Collectors.joining(", "));
        return "  %s  %s%s%s"
                .formatted(
                        ClockText.of(scene.time().from()),
                        stage(scene.stage()),
                        beside.isEmpty() ? "" : " | " + beside,
                        scene.more() > 0 ? " and " + scene.more() + " more" : "");
    }

    private String stage(Stage stage) {
        return switch (stage) {
            case Stage.Screen(var track) -> screen(track);
            case Stage.OfSlide(var slide) ->
                slide.name().map(name -> "slide " + CellText.plain(name)).orElse("a slide");
            case Stage.Camera(var person) -> shown(person);
            case Stage.Nothing() -> "no picture";
        };
    }

    private String screen(String track) {
        return overview.rows().stream()
                .filter(row -> row.track().id().equals(track))
                .map(Row::name)
                .map(CellText::plain)
                .findFirst()
                .orElse("a screen");
    }

    private static String shown(Person person) {
        return shown(person.name().isBlank() ? "somebody" : person.name(), person.seen());
    }

    private static String shown(String name, boolean seen) {
        return seen ? CellText.plain(name) : "(" + CellText.plain(name) + ")";
    }

    private void tell(String name, String value) {
        lines.add("  %-10s  %s".formatted(name, CellText.plain(value)));
    }
}
