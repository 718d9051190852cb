package org.webinararchiver.simulator.server;

import java.time.format.DateTimeFormatter;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;

/** The paths of what the platform has of a meeting. */
final class Addresses {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private Addresses() {}

    /** The page that a user pastes the link of. */
    static String page(Meeting meeting) {
        var ids = meeting.ids();
        return "/" + ids.organisation() + "/" + ids.room() + "/record-new/" + ids.eventSession() + "/record-file/"
                + ids.recordFile();
    }

    static String file(Meeting meeting, Take take) {
        return "/api-storage/files/wowza/" + meeting.start().format(DAY) + "/" + take.file() + ".mp4";
    }

    static String twin(Meeting meeting, Take take) {
        return "/record/" + meeting.start().format(DAY) + "/" + take.file() + ".mp4/playlist.m3u8";
    }

    static String slide(Meeting meeting, int deck, int number) {
        return "/api-storage/files/webinar/" + meeting.ids().eventSession() + "/" + deck + "/" + number + ".png";
    }

    static String deck(Meeting meeting, int deck) {
        return "/api-storage/files/webinar/" + meeting.ids().eventSession() + "/" + deck + "/deck.pptx";
    }
}
