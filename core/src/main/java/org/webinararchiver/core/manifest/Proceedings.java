package org.webinararchiver.core.manifest;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What went on in a meeting beside its pictures and voices.
 *
 * @param slides in order of time; no two are shown at once
 * @param messages in order of time
 * @param cuts where on the recording's time axis its author cut something out, in order of time
 */
public record Proceedings(
        List<Slide> slides,
        List<Attachment> attachments,
        List<Message> messages,
        List<Duration> cuts,
        Reading reading) {

    /** Nothing else is known. */
    public static final Proceedings NONE =
            new Proceedings(List.of(), List.of(), List.of(), List.of(), Reading.EVERYTHING);

    public Proceedings {
        slides = slides.stream().sorted(Comparator.comparing(Slide::from)).toList();
        attachments = List.copyOf(attachments);
        messages = messages.stream().sorted(Comparator.comparing(Message::at)).toList();
        cuts = cuts.stream().sorted().toList();
        Objects.requireNonNull(reading);
    }

    Stream<WantedFile> wantedFiles() {
        return Stream.concat(
                slides.stream()
                        .flatMap(slide -> slide.file().stream())
                        .map(file -> new WantedFile(file, WantedFile.Kind.PICTURE)),
                attachments.stream().map(each -> new WantedFile(each.file(), WantedFile.Kind.DOCUMENT)));
    }
}
