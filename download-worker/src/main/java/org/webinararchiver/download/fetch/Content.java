package org.webinararchiver.download.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.webinararchiver.core.manifest.WantedFile;

/**
 * Tells by a file's first bytes whether it is what was asked for. Media are looked into once they are whole, see
 * {@link MediaCheck}.
 */
final class Content {
    private static final int TELLING = 12;

    /** PNG, JPEG, GIF and WebP, as they begin in hexadecimal digits. */
    private static final List<Pattern> PICTURES =
            patterns("89504e470d0a1a0a.*", "ffd8ff.*", hex("GIF8") + ".*", hex("RIFF") + "[0-9a-f]{8}" + hex("WEBP"));

    /** PDF, and what office programs write: archives, or compound files in former times. */
    private static final List<Pattern> DOCUMENTS = patterns(hex("%PDF-") + ".*", "504b0304.*", "d0cf11e0a1b11ae1.*");

    private Content() {}

    /**
     * The whole body again, once its beginning was looked at.
     *
     * @throws UnexpectedContent when it is something else
     */
    static InputStream checked(InputStream body, WantedFile.Kind kind) throws IOException {
        return switch (kind) {
            case MEDIA, TWIN, TWIN_PICTURE -> body;
            case PICTURE -> checked(body, "not a picture", List.of(PICTURES));
            case DOCUMENT -> checked(body, "not a document", List.of(DOCUMENTS, PICTURES));
        };
    }

    /**
     * Looks at the beginning of a file.
     *
     * @throws UnexpectedContent when it is something else
     */
    static void check(Path file, WantedFile.Kind kind) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            checked(bytes, kind);
        }
    }

    private static InputStream checked(InputStream body, String complaint, List<List<Pattern>> accepted)
            throws IOException {
        var whole = new BufferedInputStream(body);
        whole.mark(TELLING);
        var beginning = HexFormat.of().formatHex(whole.readNBytes(TELLING));
        if (accepted.stream()
                .flatMap(List::stream)
                .noneMatch(pattern -> pattern.matcher(beginning).matches())) {
            throw new UnexpectedContent(complaint);
        }
        whole.reset();
        return whole;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<Pattern> patterns(String... beginnings) {
        return List.of(beginnings).stream().map(Pattern::compile).toList();
    }
}
