package org.webinararchiver.core.chart;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Gap;
import org.webinararchiver.core.timeline.Span;

/** Draws what there is of a recording when: a picture in SVG that holds no script and asks for nothing. */
public final class Chart {
    private static final int WIDTH = 1200;
    private static final int MARGIN = 16;
    private static final int LEFT = 190;
    /** Half of the last mark's text goes beyond the axis. */
    private static final int RIGHT = 40;

    private static final int ROW = 20;
    private static final int BAR = 14;
    private static final int STAGE_BAR = 26;
    private static final int LETTER = 7;
    private static final double SMALLEST = 0.75;
    private static final int MOST_ROWS = 40;
    private static final int MOST_MESSAGES_TOLD = 3;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Svg svg = new Svg();
    private final Overview overview;
    private final TimeAxis axis;
    private int y = MARGIN;

    private Chart(Overview overview) {
        this.overview = overview;
        this.axis = new TimeAxis(overview.duration(), LEFT, WIDTH - LEFT - RIGHT);
    }

    /** The picture's text, no longer than what fits on a picture of this width, however long the recording. */
    public static String of(Overview overview) {
        return new Chart(overview).drawn();
    }

    private String drawn() {
        heading();
        axis();
        stage();
        tracks();
        slides();
        messages();
        legend();
        return svg.written(WIDTH, y + MARGIN, overview.manifest().title(), ChartStyle.CSS);
    }

    private void heading() {
        var manifest = overview.manifest();
        svg.text(MARGIN, y + 16, "heading", ChartText.within(100, manifest.title()));
        var began =
                manifest.startedAt().map(WHEN::format).map(text -> text + " · ").orElse("");
        svg.text(MARGIN, y + 34, "faint", began + ChartText.clock(overview.duration()));
        y += 48;
    }

    private void axis() {
        int bars = 2 + Math.min(overview.rows().size(), MOST_ROWS + 1);
        int height = bars * ROW + STAGE_BAR - ROW + (hasSlides() ? ROW : 0);
        for (var mark : axis.marks()) {
            svg.line(axis.at(mark), y + 14, height, "grid");
            svg.text(axis.at(mark), y + 10, "mark", ChartText.clock(mark));
        }
        y += ROW;
    }

    private void stage() {
        label("what is looked at", STAGE_BAR);
        var blocks = overview.scenes().stream()
                .map(scene -> new Block(scene.time(), styleOf(scene.stage()), nameOf(scene.stage())))
                .toList();
        for (var block : Block.merged(blocks, axis)) {
            bar(block, STAGE_BAR - 4);
            int room = (int) (widthOf(block) / LETTER) - 1;
            if (room >= 3) {
                svg.text(axis.at(block.time().from()) + 4, y + 15, "inside", ChartText.within(room, block.name()));
            }
        }
        y += STAGE_BAR;
    }

    private static String styleOf(Stage stage) {
        return switch (stage) {
            case Stage.Screen screen -> "screen";
            case Stage.OfSlide slide -> "slide";
            case Stage.Camera camera -> "camera";
            case Stage.Nothing nothing -> "nothing";
        };
    }

    private String nameOf(Stage stage) {
        return switch (stage) {
            case Stage.Screen(var track) ->
                overview.rows().stream()
                        .filter(row -> row.track().id().equals(track))
                        .map(Row::name)
                        .findFirst()
                        .orElse("a screen");
            case Stage.OfSlide(var slide) -> nameOf(slide);
            case Stage.Camera(var person) -> person.name().isBlank() ? "somebody" : person.name();
            case Stage.Nothing() -> "no picture";
        };
    }

    private static String nameOf(Slide slide) {
        return slide.name().map(name -> "slide " + name).orElse("a slide");
    }

    private void tracks() {
        overview.rows().stream().limit(MOST_ROWS).forEach(this::track);
        int more = overview.rows().size() - MOST_ROWS;
        if (more > 0) {
            svg.text(MARGIN, y + 11, "faint", "and " + more + " more");
            y += ROW;
        }
    }

    private void track(Row row) {
        label(row.name(), BAR);
        boolean isPerson = row.track().kind() == Track.Kind.PERSON;
        var seen = row.seen().spans().stream()
                .map(span -> new Block(span, isPerson ? "camera" : "screen", row.name() + ": seen"));
        var heard = row.heard().spans().stream().map(span -> new Block(span, "heard", row.name() + ": only heard"));
        draw(Stream.concat(seen, heard));
        draw(overview.gaps().stream()
                .filter(gap -> gap.track().equals(row.track().id()))
                .flatMap(gap -> timeOf(gap).map(span -> new Block(span, "missing", row.name() + ": missing"))));
        y += ROW;
    }

    private static Stream<Span> timeOf(Gap gap) {
        return gap.from().compareTo(gap.until()) < 0 ? Stream.of(new Span(gap.from(), gap.until())) : Stream.of();
    }

    private boolean hasSlides() {
        return !overview.manifest().proceedings().slides().isEmpty();
    }

    private void slides() {
        if (hasSlides()) {
            label("slides", BAR);
            draw(overview.manifest().proceedings().slides().stream()
                    .filter(slide -> slide.from().compareTo(overview.duration()) < 0)
                    .map(slide -> new Block(new Span(slide.from(), slide.until()), "slide", nameOf(slide))));
            y += ROW;
        }
    }

    private void messages() {
        label("messages", BAR);
        var together = new ArrayList<Message>();
        for (var message : overview.manifest().proceedings().messages()) {
            if (!together.isEmpty() && pixel(together.getFirst()) != pixel(message)) {
                tick(together);
                together.clear();
            }
            together.add(message);
        }
        tick(together);
        y += ROW;
    }

    private long pixel(Message message) {
        return Math.round(axis.at(message.at()) / 3);
    }

    /** Of messages too near to one another to be seen apart, the first ones are told. */
    private void tick(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var told = new StringBuilder();
        messages.stream()
                .limit(MOST_MESSAGES_TOLD)
                .forEach(each -> told.append(told.isEmpty() ? "" : " · ")
                        .append(ChartText.clock(each.at()))
                        .append(' ')
                        .append(each.author()
                                .map(author -> ChartText.within(30, author) + ": ")
                                .orElse(""))
                        .append(ChartText.within(60, each.text())));
        if (messages.size() > MOST_MESSAGES_TOLD) {
            told.append(" · and ").append(messages.size() - MOST_MESSAGES_TOLD).append(" more");
        }
        svg.box(axis.at(messages.getFirst().at()) - 1, y, 2, BAR, "message", told.toString());
    }

    private void legend() {
        y += 6;
        double x = LEFT;
        for (var kind : List.of("camera", "heard", "screen", "slide", "missing")) {
            svg.box(x, y, BAR, 10, kind, ChartStyle.words(kind));
            svg.text(x + BAR + 5, y + 9, "faint", ChartStyle.words(kind));
            x += 34 + LETTER * ChartStyle.words(kind).length();
        }
        y += 10;
    }

    private void label(String name, int height) {
        svg.text(MARGIN, y + height / 2.0 + 4, "label", ChartText.within((LEFT - MARGIN) / LETTER - 1, name));
    }

    private void draw(Stream<Block> blocks) {
        var inOrder = blocks.sorted(Comparator.comparing(block -> block.time().from()))
                .toList();
        Block.merged(inOrder, axis).forEach(block -> bar(block, BAR));
    }

    private void bar(Block block, int height) {
        svg.box(axis.at(block.time().from()), y, widthOf(block), height, block.style(), block.words());
    }

    /** Nothing is so short that it is not seen at all; between what is long enough a line of the ground is left. */
    private double widthOf(Block block) {
        double width = axis.at(block.time().until()) - axis.at(block.time().from());
        return width > 4 ? width - 1 : Math.max(SMALLEST, width);
    }
}
