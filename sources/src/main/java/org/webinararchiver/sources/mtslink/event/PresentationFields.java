package org.webinararchiver.sources.mtslink.event;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.webinararchiver.sources.mtslink.log.Fields;
import org.webinararchiver.sources.mtslink.meeting.Deck;
import org.webinararchiver.sources.mtslink.meeting.SlidePicture;

/**
 * Reads {@code {fileReference:{file:{id, name, url, downloadUrl, slides:[{name, url}]}, slide:{name, url}}}}. The file
 * can be missing and its fields stand in the event itself; the slide can stand beside the reference, or be nothing but
 * a position in the list of slides, which may be nested.
 */
final class PresentationFields {
    private static final Pattern DOCUMENT = Pattern.compile(".*\\.(?:pptx?|ppsx?|pdf|odp|key|docx?|odt|xlsx?|ods|zip)");
    private static final List<String> SLIDES = List.of("slide", "currentSlide");
    private static final List<String> POSITIONS = List.of(
            "slideIndex", "currentSlideIndex", "pageIndex", "index", "slideNumber", "pageNumber", "page", "number");

    private final Fields data;
    private final Optional<Fields> reference;
    private final Optional<Fields> file;

    PresentationFields(Fields data) {
        this.data = data;
        this.reference = data.object("fileReference");
        this.file = reference.flatMap(fields -> fields.object("file")).or(() -> data.object("file"));
    }

    /** The deck; empty when the event does not say which. */
    Optional<Deck> deck() {
        return deckFields()
                .flatMap(fields -> deckId(fields)
                        .map(id -> new Deck(id, fields.text("name"), document(fields), pictures(fields))));
    }

    /** What the event says of the slide that is shown. */
    Optional<SlidePicture> slide() {
        return slideFields()
                .map(PresentationFields::picture)
                .filter(picture -> picture.name().isPresent() || picture.url().isPresent())
                .findFirst()
                .or(this::pictureOfEvent);
    }

    private Optional<SlidePicture> pictureOfEvent() {
        return Stream.of("slideUrl", "imageUrl", "url")
                .flatMap(name -> WebAddress.in(data, name).stream())
                .filter(address -> !isDocument(address))
                .findFirst()
                .map(address -> new SlidePicture(Optional.empty(), Optional.of(address)));
    }

    /** Where the slide stands in its deck. */
    OptionalInt position() {
        return Stream.concat(Stream.concat(Stream.of(data), reference.stream()), slideFields())
                .flatMap(fields -> POSITIONS.stream().map(fields::count))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** Without a file, the event itself may be about one. */
    private Optional<Fields> deckFields() {
        return file.or(() -> reference)
                .or(() -> Optional.of(data)
                        .filter(fields -> document(fields)
                                .filter(PresentationFields::isDocument)
                                .isPresent()));
    }

    private static Optional<String> deckId(Fields fields) {
        return fields.id("id").or(() -> document(fields).map(URI::getRawPath));
    }

    private Stream<Fields> slideFields() {
        return Stream.of(reference, Optional.of(data), file)
                .flatMap(Optional::stream)
                .flatMap(fields -> SLIDES.stream().flatMap(name -> fields.object(name).stream()));
    }

    private static List<SlidePicture> pictures(Fields fields) {
        return fields.nestedObjects("slides").stream()
                .map(PresentationFields::picture)
                .toList();
    }

    private static SlidePicture picture(Fields slide) {
        var url = WebAddress.in(slide, "url")
                .filter(address -> !isDocument(address))
                .or(() -> WebAddress.in(slide, "downloadUrl").filter(address -> !isDocument(address)));
        return new SlidePicture(name(slide), url);
    }

    private static Optional<String> name(Fields slide) {
        return slide.text("name").or(() -> slide.id("name")).or(() -> slide.id("id"));
    }

    private static Optional<URI> document(Fields fields) {
        return WebAddress.in(fields, "downloadUrl").or(() -> WebAddress.in(fields, "url"));
    }

    /** The deck as it was uploaded, which is no picture. */
    private static boolean isDocument(URI address) {
        return DOCUMENT.matcher(address.getPath().toLowerCase(Locale.ROOT)).matches();
    }
}
