package org.webinararchiver.media.ffmpeg.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The script that makes ffmpeg read several files as one.
 *
 * <p>The files must have streams of one fingerprint: ffmpeg accepts others too, and the result is broken.
 */
public final class JoinList {
    private static final String HEADER = "ffconcat version 1.0";

    private JoinList() {}

    /**
     * One of the files.
     *
     * @param file may be hostile
     * @param duration how far from its start the next one starts; absent where what the file says of itself is right
     * @param from where reading begins, counted from the file's start
     * @param to where reading ends, counted from the file's start
     */
    public record Entry(Path file, Optional<Duration> duration, Optional<Duration> from, Optional<Duration> to) {
        /** The whole file. */
        public static Entry whole(Path file) {
            return new Entry(file, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * One of several still pictures.
     *
     * @param lasting until the next one is shown, in whole milliseconds
     */
    public record Still(Path file, Duration lasting) {}

    /** Writes the script of a film of still pictures, each of them one frame, for {@link FfmpegInput.Joined}. */
    public static void writeStills(Path list, List<Still> stills) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        for (var still : stills) {
            lines.addAll(file(still.file()));
            // The clock of pictures ticks with each frame, so it is told that there could be a thousand a second.
            lines.add("option framerate 1000");
            lines.add("duration " + Arguments.seconds(still.lasting()));
        }
        Files.write(list, lines);
    }

    /** Writes the script for {@link FfmpegInput.Joined}. */
    public static void write(Path list, List<Entry> entries) throws IOException {
        Files.write(list, lines(entries));
    }

    /**
     * Every file is held to the formats of media by an option of its own, since a hostile one may itself be a script:
     * the list as a whole has to be allowed to be one.
     */
    static List<String> lines(List<Entry> entries) {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        for (var entry : entries) {
            lines.addAll(file(entry.file()));
            entry.duration().ifPresent(time -> lines.add("duration " + Arguments.seconds(time)));
            entry.from().ifPresent(time -> lines.add("inpoint " + Arguments.seconds(time)));
            entry.to().ifPresent(time -> lines.add("outpoint " + Arguments.seconds(time)));
        }
        return lines;
    }

    private static List<String> file(Path file) {
        var formats =
                Stream.concat(Formats.MEDIA.stream(), Formats.PICTURES.stream()).toList();
        return List.of(
                "file " + quoted(Arguments.file(file)),
                "option format_whitelist " + Formats.whitelist(formats),
                "option protocol_whitelist " + Arguments.PROTOCOLS);
    }

    private static String quoted(String name) {
        if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a file's name can not hold the end of a line here: " + name);
        }
        return "'" + name.replace("'", "'\\''") + "'";
    }
}
