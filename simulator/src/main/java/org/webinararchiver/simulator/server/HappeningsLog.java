package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import org.webinararchiver.simulator.meeting.Happening;
import org.webinararchiver.simulator.meeting.Meeting;

/** Events about what no media file shows: names, slides, what was written. */
final class HappeningsLog {
    private final Meeting meeting;
    private final String base;
    private final EventLog log;
    private int messages;

    HappeningsLog(Meeting meeting, String base, EventLog log) {
        this.meeting = meeting;
        this.base = base;
        this.log = log;
    }

    void add(Happening happening) {
        switch (happening) {
            case Happening.Renamed renamed -> rename(renamed);
            case Happening.Written written -> write(written);
            case Happening.SlideShown slide -> show(slide);
            case Happening.DeckPutAway deck -> addDeck(presentation(deck, false), deck.deck());
        }
    }

    private void rename(Happening.Renamed renamed) {
        log.add("participation.rename", renamed.at())
                .put("id", renamed.person().user() + 1)
                .put("nickname", renamed.name());
    }

    private void write(Happening.Written written) {
        log.add(written.question() ? "question.add" : "message.add", written.at())
                .put("id", meeting.ids().eventSession() * 10_000 + messages++)
                .put("text", written.text())
                .put("authorName", written.author())
                .put("createAt", meeting.start().plus(written.at()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private void show(Happening.SlideShown shown) {
        var reference = presentation(shown, true);
        addDeck(reference, shown.deck());
        reference
                .putObject("slide")
                .put("name", Integer.toString(shown.slide()))
                .put("url", base + Addresses.slide(meeting, shown.deck(), shown.slide()));
    }

    private ObjectNode presentation(Happening happening, boolean active) {
        return log.add("presentation.update", happening.at())
                .put("isActive", active)
                .putObject("fileReference");
    }

    private void addDeck(ObjectNode reference, int deck) {
        reference
                .putObject("file")
                .put("id", meeting.ids().eventSession() * 10 + deck)
                .put("name", "Deck " + deck)
                .put("url", base + Addresses.deck(meeting, deck));
    }
}
