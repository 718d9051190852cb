package org.webinararchiver.compile.script;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.webinararchiver.compile.About;
import org.webinararchiver.compile.compose.Film;
import org.webinararchiver.compile.compose.Window;
import org.webinararchiver.compile.sound.SoundMix;
import org.webinararchiver.core.media.MediaProbe;

/**
 * All that is to be known to render any part of a composed recording, anywhere, and to put the parts together. Its
 * parts are numbered: first the windows of the picture, then those of the sound, and at last the whole sound, which is
 * encoded from its windows or was copied.
 *
 * @param about the recording
 * @param probes what the segments' files hold, by the segments' ids
 * @param cutOff the ids of segments whose end is missing
 * @param film how the picture is encoded
 * @param windows of the picture, in order; with what is copied, they adjoin
 * @param copied times whose picture is no part, since it is taken from the segments' files
 * @param sound of which the windows are mixed; without any, it was copied
 */
public record Script(
        About about,
        Map<String, MediaProbe> probes,
        Set<String> cutOff,
        Film film,
        List<Window> windows,
        Copied copied,
        SoundMix sound) {
    public Script {
        Objects.requireNonNull(about);
        Objects.requireNonNull(film);
        Objects.requireNonNull(copied);
        Objects.requireNonNull(sound);
        probes = Map.copyOf(probes);
        cutOff = Collections.unmodifiableSortedSet(new TreeSet<>(cutOff));
        windows = List.copyOf(windows);
    }

    /** The same, encoded in another way. */
    public Script with(Film other) {
        return new Script(about, probes, cutOff, other, windows, copied, sound);
    }

    /** The same without anything of the picture being copied; what is rendered can stand in both. */
    public Script renderingAll() {
        var all = Stream.concat(windows.stream(), copied.instead().stream())
                .sorted(Comparator.comparing(window -> window.time().from()))
                .toList();
        return new Script(about, probes, cutOff, film, all, Copied.NOTHING, sound);
    }

    /** How many parts there are. */
    public int parts() {
        return wholeSound() + 1;
    }

    /** The number of the part that is the whole sound. */
    public int wholeSound() {
        return windows.size() + sound.windows().size();
    }

    /** The number of the first part that the whole sound is made of, unless it is copied. */
    public int firstSound() {
        return windows.size();
    }

    /** The numbers of the parts that are windows of the picture. */
    IntStream pictures() {
        return IntStream.range(0, firstSound());
    }

    /** The numbers of the parts that are windows of the sound. */
    IntStream sounds() {
        return IntStream.range(firstSound(), wholeSound());
    }

    public boolean isSoundCopied() {
        return sound.windows().isEmpty();
    }

    /**
     * The numbers of the windows in the order in which they are to be rendered: pictures as they end, the sound of a
     * time before its picture, so that the whole sound can be encoded while pictures are rendered. What picture and
     * sound of a time are made of is in few files then, which a worker needs to have once only.
     */
    public List<Integer> toBeRendered() {
        return IntStream.range(0, wholeSound())
                .boxed()
                .sorted(Comparator.comparing(this::turn))
                .toList();
    }

    private Duration turn(int number) {
        return number < firstSound()
                ? windows.get(number).time().until()
                : sound.windows().get(number - firstSound()).from();
    }

    /** What is to be rendered for a window. */
    public Part part(int number) {
        if (number < windows.size()) {
            return new Part.OfPicture(windows.get(number));
        }
        return new Part.OfSound(sound.windows().get(number - windows.size()));
    }
}
