package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import org.webinararchiver.simulator.meeting.Happening;
import org.webinararchiver.simulator.meeting.Meeting;

/**
 * Events about what no media file shows: names, slides, what was written. The platform words some of them in more ways
 * than one, so every third message is wrapped and every fourth slide is named by its place in the deck.
 */
final class HappeningsLog {
    private final Meeting meeting;
    private final String base;
    private final EventLog log;
    private int messages;
    private int slides;

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
            case Happening.DeckPutAway deck -> putAway(deck);
        }
    }

    private void rename(Happening.Renamed renamed) {
        log.add("participation.rename", renamed.at())
                .put("id", renamed.person().user() + 1)
                .put("nickname", renamed.name());
    }

    private void write(Happening.Written written) {
        var message = log.add(written.question() ? "question.add" : "message.add", written.at())
                .put("id", meeting.ids().eventSession() * 10_000 + messages++)
                .put("createAt", meeting.start().plus(written.at()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        if (messages % 3 == 0) {
            message.putObject("payload").put("text", written.text());
            message.putObject("sender").put("nickname", written.author());
        } else {
            message.put("text", written.text()).put("authorName", written.author());
        }
    }

    private void show(Happening.SlideShown shown) {
        var event = presentation(shown, true);
        var reference = event.putObject("fileReference");
        var file = addDeck(reference, shown.deck());
        if (++slides % 4 == 0) {
            event.put("slideIndex", shown.slide() - 1);
            var places = file.putArray("slides");
            for (int number = 1; number <= shown.slide(); number++) {
                describe(shown.deck(), number, places.addObject());
            }
        } else {
            describe(shown.deck(), shown.slide(), reference.putObject("slide"));
        }
    }

    private void putAway(Happening.DeckPutAway away) {
        addDeck(presentation(away, false).putObject("fileReference"), away.deck());
    }

    private void describe(int deck, int number, ObjectNode slide) {
        slide.put("name", Integer.toString(number)).put("url", base + Addresses.slide(meeting, deck, number));
    }

    private ObjectNode presentation(Happening happening, boolean active) {
        return log.add("presentation.update", happening.at()).put("isActive", active);
    }

    private ObjectNode addDeck(ObjectNode reference, int deck) {
        return reference
                .putObject("file")
                .put("id", meeting.ids().eventSession() * 10 + deck)
                .put("name", "Deck " + deck)
                .put("url", base + Addresses.deck(meeting, deck));
    }
}
