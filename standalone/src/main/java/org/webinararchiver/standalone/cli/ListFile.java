package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.link.list.LinkListParser;
import org.webinararchiver.sources.Sources;

/**
 * A list of links that somebody keeps in a file.
 *
 * @param complaints about lines that are left out, one a line, in words
 */
record ListFile(List<Listed> links, List<String> complaints) {

    /**
     * A link of the list.
     *
     * @param text as it stands there, with the token that may be part of it
     */
    record Listed(String text, RecognisedLink link) {}

    /** Of more than any list has, so that a film that was named by mistake is not read whole. */
    private static final int MOST_BYTES = 10_000_000;

    /**
     * Reads it.
     *
     * @param file {@code -} for the standard input
     * @throws IOException in words, when it cannot be read or is no list
     */
    static ListFile read(Path file, Sources sources, InputStream standardInput) throws IOException {
        var bytes = file.toString().equals("-") ? limited(standardInput, file) : read(file);
        var texts = new Texts(sources);
        var list = new LinkListParser(texts::recognise, sources.linkForms()).parse(bytes);
        return new ListFile(
                list.entries().stream()
                        .map(entry -> new Listed(texts.of(entry.link()), entry.link()))
                        .toList(),
                list.complaints().stream()
                        .map(each -> "%s, line %d: %s".formatted(file, each.line(), each.reason()))
                        .toList());
    }

    private static byte[] read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return limited(in, file);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + ".", e);
        }
    }

    private static byte[] limited(InputStream in, Path file) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("%s is no list of links: it has more than %d MB. Split it, if it is one."
                    .formatted(file, MOST_BYTES / 1_000_000));
        }
        return bytes;
    }

    /** How the links were written: of one that is listed twice, with its token, if it has one anywhere. */
    private static final class Texts {
        private final Sources sources;
        private final Map<RecordingLink, String> texts = new HashMap<>();

        Texts(Sources sources) {
            this.sources = sources;
        }

        Optional<RecognisedLink> recognise(String text) {
            var found = sources.recognise(text);
            found.ifPresent(link ->
                    texts.merge(link.link(), text, (first, again) -> link.pass().isEmpty() ? first : again));
            return found;
        }

        String of(RecognisedLink link) {
            return texts.get(link.link());
        }
    }
}
