package org.webinararchiver.standalone.progress;

import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.client.Recording;

/** All that is known of a recording, in lines for a person. */
public final class RecordingText {
    private RecordingText() {}

    public static List<String> lines(Recording recording) {
        var lines = new ArrayList<String>();
        lines.add(CellText.plain(recording.name()));
        lines.add(line("id", recording.id()));
        lines.add(line("link", recording.page()));
        lines.add(line("state", recording.state() + ", " + ProgressText.of(recording, new Pace())));
        add(lines, "submitted", recording.createdAt());
        add(lines, "ended", recording.finishedAt());
        add(lines, "began", recording.startedAt());
        if (recording.duration() != null) {
            lines.add(line("lasts", ClockText.of(recording.duration())));
        }
        recording
                .artifacts()
                .forEach(file -> lines.add(line("file", "%s, %s".formatted(file.name(), ByteText.of(file.bytes())))));
        recording.gaps().forEach(gap -> lines.add(line("missing", GapText.of(gap))));
        if (recording.failure() != null) {
            lines.add(line("failed", recording.failure().message()));
            lines.add(line("what to do", recording.failure().advice()));
        }
        return lines;
    }

    private static void add(List<String> lines, String name, Object value) {
        if (value != null) {
            lines.add(line(name, value));
        }
    }

    private static String line(String name, Object value) {
        return "  %-10s  %s".formatted(name, CellText.plain(value.toString()));
    }
}
