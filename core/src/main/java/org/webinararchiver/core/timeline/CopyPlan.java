package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * Which parts of a picture are taken as they are coded, and which are encoded.
 *
 * @param form what all parts have in common; absent when everything is encoded
 * @param parts in order, adjoining, from the beginning to the end of the picture
 */
public record CopyPlan(Optional<VideoStream> form, List<Part> parts) {
    /** When less than this share of what is shown can be copied, all of it is encoded: nearly all is anyway. */
    private static final int SMALLEST_SHARE = 10;

    private static final int MOST_REASONS = 5;

    public CopyPlan {
        Objects.requireNonNull(form);
        parts = List.copyOf(parts);
    }

    /**
     * A part of the picture.
     *
     * @param stretch a stretch of the picture, or a piece of one; footage where it is copied
     * @param reason why, in words for a person
     */
    public record Part(Stretch stretch, PictureMethod method, String reason) {
        public Part {
            Objects.requireNonNull(stretch);
            Objects.requireNonNull(method);
            Objects.requireNonNull(reason);
        }
    }

    /** Everything is encoded, for one reason. */
    public static CopyPlan rendering(Picture picture, String reason) {
        return new CopyPlan(
                Optional.empty(),
                picture.stretches().stream()
                        .map(stretch -> new Part(stretch, PictureMethod.RENDER, reason))
                        .toList());
    }

    /**
     * Decides for a picture.
     *
     * @param probes of every segment that the picture shows, by id
     * @param frames of the same segments; one that is absent is not copied
     * @param screens the ids of the tracks that are shared screens
     * @param quality how large it may be; what is larger is encoded
     */
    public static CopyPlan of(
            Picture picture,
            Map<String, MediaProbe> probes,
            Map<String, CodedFrames> frames,
            Set<String> screens,
            Quality quality) {
        var main = MainForm.of(picture, probes, frames, screens, quality);
        if (main.isEmpty()) {
            return rendering(
                    picture,
                    quality == Quality.SOURCE
                            ? "there are no frames that can be taken as they are coded"
                            : "no frames can be taken as they are coded that fit into " + quality.text());
        }
        var plan = new CopyPlan(main.map(MainForm::example), new CopyDecision(main.get(), probes, frames).of(picture));
        return plan.obstacle(frames).map(reason -> rendering(picture, reason)).orElse(plan);
    }

    /** Why it is better to encode everything, in words. */
    private Optional<String> obstacle(Map<String, CodedFrames> frames) {
        if (copiesAll()) {
            return Optional.empty();
        }
        var unlike = copied().stream()
                .flatMap(footage -> frames.get(footage.segment()).notMixed().stream()
                        .map(words -> "the file at %s %s".formatted(Clockface.show(footage.at()), words)))
                .findFirst();
        return unlike.or(() -> isHardlyCopied()
                ? Optional.of("of the whole picture only %s could be taken as it is coded, and %s"
                        .formatted(Clockface.show(playing(copied())), reasons()))
                : Optional.empty());
    }

    private boolean isHardlyCopied() {
        var shown = playing(footage(parts));
        return playing(copied()).multipliedBy(SMALLEST_SHARE).compareTo(shown) < 0 || copied().isEmpty();
    }

    private static Duration playing(List<Footage> footage) {
        return footage.stream().map(Footage::playing).reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Footage> footage(List<Part> parts) {
        return parts.stream()
                .map(Part::stretch)
                .filter(Footage.class::isInstance)
                .map(Footage.class::cast)
                .toList();
    }

    /** What is copied, in order. */
    public List<Footage> copied() {
        return footage(parts.stream()
                .filter(part -> part.method() == PictureMethod.COPY)
                .toList());
    }

    /** What is encoded, in order: stretches that adjoin make one run. */
    public List<List<Stretch>> rendered() {
        var runs = new ArrayList<List<Stretch>>();
        var adjoins = false;
        for (var part : parts) {
            if (part.method() == PictureMethod.RENDER) {
                if (!adjoins) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(part.stretch());
            }
            adjoins = part.method() == PictureMethod.RENDER;
        }
        return runs.stream().map(List::copyOf).toList();
    }

    /** Whether nothing is encoded. */
    public boolean copiesAll() {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.method() == PictureMethod.COPY);
    }

    /** Whether everything is encoded. */
    public boolean rendersAll() {
        return parts.stream().allMatch(part -> part.method() == PictureMethod.RENDER);
    }

    /** What is done and why, in words for a person; of many reasons the first five. */
    public String words() {
        if (copiesAll()) {
            return "all of it is copied, since all files are H.264 of one form and adjoin";
        }
        return rendersAll()
                ? "all of it is encoded, since " + reasons()
                : "%s of it is copied; the rest is encoded, since %s"
                        .formatted(Clockface.show(playing(copied())), reasons());
    }

    private String reasons() {
        var reasons = parts.stream()
                .filter(part -> part.method() == PictureMethod.RENDER)
                .map(Part::reason)
                .distinct()
                .toList();
        var first = reasons.stream().limit(MOST_REASONS).collect(Collectors.joining("; "));
        return reasons.size() > MOST_REASONS
                ? "%s; and %d more".formatted(first, reasons.size() - MOST_REASONS)
                : first.isEmpty() ? "there is nothing to show" : first;
    }
}
