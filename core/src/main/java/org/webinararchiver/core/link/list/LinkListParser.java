package org.webinararchiver.core.link.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.link.list.LinkList.Complaint;
import org.webinararchiver.core.link.list.LinkList.Entry;

/**
 * Reads lists of links as people keep them: a link a line, with a name before it, behind it or behind a {@code |};
 * lines that begin with {@code #} or {@code //} say nothing, nor does what follows these behind a link. Several links
 * may stand in one line. The file may be UTF-8 or Windows-1251.
 */
public final class LinkListParser {
    private final Function<String, Optional<RecognisedLink>> recognise;
    private final List<String> linkForms;

    /**
     * @param recognise tells whether a text is a link to a recording
     * @param linkForms the forms of link that are, for complaints
     */
    public LinkListParser(Function<String, Optional<RecognisedLink>> recognise, List<String> linkForms) {
        this.recognise = recognise;
        this.linkForms = List.copyOf(linkForms);
    }

    public LinkList parse(byte[] file) {
        return parse(ListText.decoded(file));
    }

    public LinkList parse(String text) {
        var reading = new Reading();
        var lines = text.split("\\R", -1);
        for (int number = 1; number <= lines.length; number++) {
            reading.line(number, lines[number - 1]);
        }
        return new LinkList(List.copyOf(reading.entries.values()), reading.complaints);
    }

    private final class Reading {
        private final Map<Sameness, Entry> entries = new LinkedHashMap<>();
        private final List<Complaint> complaints = new ArrayList<>();

        void line(int number, String line) {
            if (ListLine.saysNothing(line)) {
                return;
            }
            var links = ListLine.read(line);
            if (links.isEmpty()) {
                complain(number, Complaint.Kind.NO_LINK, "no link; one begins with https:// or http://");
            }
            links.forEach(named -> link(number, named));
        }

        private void link(int number, ListLine.Named named) {
            recognise
                    .apply(named.address())
                    .ifPresentOrElse(
                            link -> take(new Entry(number, named.name(), link)),
                            () -> complain(
                                    number,
                                    Complaint.Kind.NOT_A_RECORDING,
                                    "not a link to a recording; these are: " + String.join(", ", linkForms)));
        }

        private void take(Entry entry) {
            var first = entries.putIfAbsent(Sameness.of(entry.link().link()), entry);
            if (first != null) {
                entries.put(Sameness.of(entry.link().link()), both(first, entry));
                complain(entry.line(), Complaint.Kind.DUPLICATE, "the same recording as in line " + first.line());
            }
        }

        private void complain(int line, Complaint.Kind kind, String reason) {
            complaints.add(new Complaint(line, kind, reason));
        }
    }

    /** The link that was first, with a pass or a name that only the second one has. */
    private static Entry both(Entry first, Entry again) {
        var pass = again.link().pass().and(first.link().pass());
        return new Entry(
                first.line(),
                first.name().or(again::name),
                new RecognisedLink(first.link().link(), pass));
    }

    /** What makes two links the same recording, whatever their pages look like. */
    private record Sameness(String source, String key) {
        static Sameness of(RecordingLink link) {
            return new Sameness(link.source(), link.key());
        }
    }
}
