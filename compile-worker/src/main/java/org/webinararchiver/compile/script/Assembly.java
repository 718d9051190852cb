package org.webinararchiver.compile.script;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.webinararchiver.compile.Shelf;
import org.webinararchiver.compile.compose.Window;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.picture.Piece;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.PictureMethod;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.media.mp4.AvcConfiguration;
import org.webinararchiver.media.mp4.H264Probe;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.NotCopyable;

/**
 * The picture of a script, of which all parts are rendered.
 *
 * @param parts of its windows, in their order
 */
public record Assembly(Script script, List<RenderedPart> parts) {
    public Assembly {
        parts = List.copyOf(parts);
        int windows = script.windows().size();
        if (parts.size() != windows) {
            throw new IllegalArgumentException("%d parts of %d windows".formatted(parts.size(), windows));
        }
    }

    /** The ids of the segments of which frames are copied. */
    public Set<String> copiedSegments() {
        return script.copied().footage().stream()
                .map(one -> one.part().segment())
                .collect(Collectors.toSet());
    }

    /**
     * What the picture is joined from.
     *
     * @param held the segments of which frames are copied
     * @throws Flaw when there are other frames in their files than when it was decided that they are copied
     */
    public MadePicture picture(Shelf.Held held) throws Flaw, IOException {
        var size = script.film().size();
        var pieces = new ArrayList<Piece>();
        for (var copied : script.copied().footage()) {
            var part = copied.part();
            var video = script.probes().get(part.segment()).video().orElseThrow();
            pieces.add(Piece.copied(part, video, held.file(part.segment()), copied.to()));
        }
        for (int number = 0; number < script.windows().size(); number++) {
            pieces.add(piece(script.windows().get(number), parts.get(number)));
        }
        var damages =
                parts.stream().flatMap(part -> part.note().damages().stream()).toList();
        pieces.sort(Comparator.comparing(Piece::begins));
        return new MadePicture(size.width(), size.height(), pieces, mixed(held), damages);
    }

    private Optional<AvcConfiguration> mixed(Shelf.Held held) throws Flaw, IOException {
        if (script.copied().isNothing() || script.windows().isEmpty()) {
            return Optional.empty();
        }
        var example = script.copied().footage().getFirst().part().segment();
        try {
            var track = H264Probe.probe(held.file(example));
            return Optional.of(track.orElseThrow(() -> new Flaw("what is copied is no H.264"))
                    .configuration());
        } catch (Mp4Exception | NotCopyable e) {
            throw new Flaw("what was to be copied can not be: " + e.getMessage(), e);
        }
    }

    /** How the picture comes to be, and why. */
    public CopyPlan plan() {
        var parts = new ArrayList<CopyPlan.Part>();
        for (var window : script.windows()) {
            var blank = new Blank(window.time().from(), window.time().lasting());
            parts.add(new CopyPlan.Part(blank, PictureMethod.RENDER, "more than one thing is seen at a time"));
        }
        for (var copied : script.copied().footage()) {
            parts.add(new CopyPlan.Part(copied.part(), PictureMethod.COPY, "one film fills the screen as it came"));
        }
        parts.sort(Comparator.comparing(part -> part.stretch().at()));
        var form = script.copied().footage().stream()
                .findFirst()
                .flatMap(one -> script.probes().get(one.part().segment()).video());
        return new CopyPlan(form, parts);
    }

    /**
     * The parts of the same script {@linkplain Script#renderingAll() without copying}, in the order of its windows;
     * those that are to be rendered yet are empty.
     */
    List<Optional<RenderedPart>> partsOf(Script renderingAll) {
        var all = new ArrayList<Optional<RenderedPart>>();
        for (var window : renderingAll.windows()) {
            int number = script.windows().indexOf(window);
            all.add(number < 0 ? Optional.empty() : Optional.of(parts.get(number)));
        }
        return all;
    }

    private static Piece piece(Window window, RenderedPart part) {
        var time = window.time();
        return new Piece(
                part.file(),
                PictureMethod.RENDER,
                micros(time.from()),
                micros(time.until()),
                Duration.ZERO,
                Optional.empty(),
                part.note().frames());
    }

    private static Duration micros(Duration time) {
        return Duration.ofSeconds(time.toSeconds(), time.toNanosPart() / 1000 * 1000L);
    }

    /** The ids of the segments of slides that hold no picture. */
    public Set<String> unreadable() {
        return parts.stream().flatMap(part -> part.note().unreadable().stream()).collect(Collectors.toSet());
    }
}
