package org.webinararchiver.media.ffmpeg.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the chapters of a file for {@link FfmpegInput.Description}. Titles may hold anything. */
public final class ChapterFile {
    private static final Pattern SPECIAL = Pattern.compile("[=;#\\\\\n]");
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\r\\x00]");

    private ChapterFile() {}

    /** One of the chapters; times are written in milliseconds. */
    public record Entry(Duration from, Duration until, String title) {}

    public static void write(Path file, List<Entry> chapters) throws IOException {
        Files.writeString(file, String.join("\n", lines(chapters)) + "\n");
    }

    static List<String> lines(List<Entry> chapters) {
        var lines = new ArrayList<String>();
        lines.add(";FFMETADATA1");
        for (var chapter : chapters) {
            lines.add("[CHAPTER]");
            lines.add("TIMEBASE=1/1000");
            lines.add("START=" + chapter.from().toMillis());
            lines.add("END=" + chapter.until().toMillis());
            lines.add("title=" + escaped(chapter.title()));
        }
        return lines;
    }

    private static String escaped(String title) {
        var inLine = NOT_IN_A_LINE.matcher(title).replaceAll(" ");
        return SPECIAL.matcher(inLine).replaceAll("\\\\$0");
    }
}
