package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What is known of a meeting while its log is read. */
public final class Meeting {
    private final People people = new People();
    private final MediaFiles media = new MediaFiles();
    private final Snapshots snapshots = new Snapshots();
    private final Endings endings = new Endings();
    private final Slides slides = new Slides();
    private final Messages messages = new Messages();
    private final Set<Duration> cuts = new TreeSet<>();

    public People people() {
        return people;
    }

    public MediaFiles media() {
        return media;
    }

    public Endings endings() {
        return endings;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public Slides slides() {
        return slides;
    }

    public Messages messages() {
        return messages;
    }

    /** Something was cut out at this moment. */
    public void isCut(Duration at) {
        cuts.add(at);
    }

    Collection<Duration> cuts() {
        return cuts;
    }

    public boolean hasMedia() {
        return !media.all().isEmpty() || snapshots.size() > 0;
    }

    /** How many things are remembered: what the memory grows with. */
    public int size() {
        return people.size()
                + media.size()
                + snapshots.size()
                + endings.size()
                + slides.size()
                + messages.size()
                + cuts.size();
    }
}
