package org.webinararchiver.sources.mtslink.meeting;

/** What is known of a meeting while its log is read. */
public final class Meeting {
    private final People people = new People();
    private final MediaFiles media = new MediaFiles();
    private final Endings endings = new Endings();

    public People people() {
        return people;
    }

    public MediaFiles media() {
        return media;
    }

    public Endings endings() {
        return endings;
    }

    public boolean hasMedia() {
        return !media.all().isEmpty();
    }

    /** How many things are remembered: what the memory grows with. */
    public int size() {
        return people.size() + media.size() + endings.size();
    }
}
