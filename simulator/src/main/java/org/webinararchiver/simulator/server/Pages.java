package org.webinararchiver.simulator.server;

import java.util.Collection;
import java.util.stream.Collectors;
import org.webinararchiver.simulator.meeting.Meeting;

/** What a person with a browser sees. */
final class Pages {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>%1$s</title>
            <style>
              body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem }
              li { margin: .8rem 0 } code { font-size: .85rem; word-break: break-all } small { color: #555 }
            </style>
            <h1>%1$s</h1>
            %2$s
            </html>
            """;

    private Pages() {}

    /** All meetings with the links to paste. */
    static String home(Collection<Meeting> meetings, String base) {
        var items = meetings.stream().map(meeting -> item(meeting, base)).collect(Collectors.joining("\n"));
        return FRAME.formatted("Recordings of webinars that never took place", "<ul>\n" + items + "\n</ul>");
    }

    private static String item(Meeting meeting, String base) {
        var link = base + Addresses.page(meeting);
        return "<li><a href=\"%s\">%s</a> <small>%s</small><br><code>%s</code></li>"
                .formatted(link, escaped(meeting.title()), summary(meeting), link);
    }

    /** One meeting and its files. */
    static String recording(Meeting meeting, String base) {
        var files = meeting.takes().stream()
                .map(take -> "<li><a href=\"%s\">%s s to %s s</a> %s</li>"
                        .formatted(
                                base + Addresses.file(meeting, take),
                                EventLog.seconds(take.at()),
                                EventLog.seconds(take.end()),
                                escaped(take.person().name())))
                .collect(Collectors.joining("\n"));
        return FRAME.formatted(
                escaped(meeting.title()), "<p>%s</p>\n<ol>\n%s\n</ol>".formatted(summary(meeting), files));
    }

    private static String summary(Meeting meeting) {
        return "%s; seconds: %d, files: %d, people: %d"
                .formatted(
                        meeting.key(),
                        meeting.duration().toSeconds(),
                        meeting.takes().size(),
                        meeting.people().size());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
