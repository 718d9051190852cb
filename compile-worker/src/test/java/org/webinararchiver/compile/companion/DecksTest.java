package org.webinararchiver.compile.companion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Slide;

/** Slides and documents as they came. */
class DecksTest {
    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0 a picture";
    private static final String PNG = "\u0089PNG\r\n\u001a\n a picture";
    private static final String WEBP = "RIFF0000WEBPVP8 ";

    @TempDir
    Path folder;

    private final Map<String, Path> pictures = new HashMap<>();
    private final Map<String, Path> documents = new HashMap<>();

    @Test
    void slidesAreNumberedAsThePlatformNumbersThem() throws IOException {
        var entries = entries(List.of(
                slide("b", "12", JPEG, 0),
                slide("a", "3", PNG, 1),
                slide("b", "2", WEBP, 2),
                slide("b", "12", JPEG, 3)));

        assertThat(entries.keySet())
                .containsExactly("deck-1/slide-012.jpg", "deck-1/slide-002.webp", "deck-2/slide-003.png");
    }

    @Test
    void whereNamesAreNoNumbersSlidesAreNumberedAsTheyWereShown() throws IOException {
        var entries = entries(List.of(slide("a", "7", JPEG, 0), slide("a", "Rivers", JPEG, 1)));

        assertThat(entries.keySet()).containsExactly("deck-1/slide-001.jpg", "deck-1/slide-002.jpg");
    }

    @Test
    void ofASlideThatCouldNotBeHadItsNumberIsLeftOut() throws IOException {
        var lost = slide("a", "first", JPEG, 0);
        pictures.clear();

        assertThat(entries(List.of(lost, slide("a", "second", JPEG, 1))).keySet())
                .containsExactly("deck-1/slide-002.jpg");
    }

    @Test
    void theDeckItselfIsBesideItsSlidesAndOtherDocumentsAreByThemselves() throws IOException {
        var slides = List.of(slide("a", "1", JPEG, 0));
        var attachments = List.of(
                document("a", "Rivers and lakes", "https://files.example/x/17.pdf"),
                document("b", "Tasks.docx", "https://files.example/18"),
                document("c", "../../Tasks.DOCX", "https://files.example/19"),
                document("d", "tasks.docx", "https://files.example/20"));

        var entries = Decks.of(proceedings(slides, attachments), pictures, documents);

        assertThat(entries.keySet())
                .containsExactly(
                        "deck-1/slide-001.jpg",
                        "deck-1/Rivers and lakes.pdf",
                        "documents/Tasks.docx",
                        "documents/_.._Tasks.DOCX",
                        "documents/tasks-2.docx");
    }

    @Test
    void theArchiveHoldsThemByteForByteAndIsTheSameEachTime() throws IOException {
        var entries = entries(List.of(slide("a", "1", JPEG, 0), slide("a", "2", "no picture", 1)));

        SlideArchive.write(folder.resolve("one.zip"), entries);
        SlideArchive.write(folder.resolve("other.zip"), entries);

        assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("other.zip"));
        try (var zip = new ZipFile(folder.resolve("one.zip").toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("deck-1/slide-001.jpg", "deck-1/slide-002");
            var entry = zip.getEntry("deck-1/slide-001.jpg");
            assertThat(zip.getInputStream(entry)).hasBinaryContent(JPEG.getBytes(ISO_8859_1));
        }
    }

    private Map<String, Path> entries(List<Slide> slides) throws IOException {
        return Decks.of(proceedings(slides, List.of()), pictures, documents);
    }

    private static Proceedings proceedings(List<Slide> slides, List<Attachment> attachments) {
        return new Proceedings(slides, attachments, List.of(), List.of(), Reading.EVERYTHING);
    }

    private Slide slide(String deck, String name, String content, long at) throws IOException {
        var slide = new Slide(
                Optional.of(deck),
                Optional.of(name),
                Optional.of(URI.create("https://slides.example/%s/%s".formatted(deck, name))),
                Duration.ofSeconds(at),
                Duration.ofSeconds(at + 1));
        pictures.put(slide.file().orElseThrow().id(), file(content));
        return slide;
    }

    private Attachment document(String id, String name, String url) throws IOException {
        var document = new Attachment(id, name, URI.create(url));
        documents.put(document.file().id(), file("a document"));
        return document;
    }

    private Path file(String content) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", ".media"), content.getBytes(ISO_8859_1));
    }
}
