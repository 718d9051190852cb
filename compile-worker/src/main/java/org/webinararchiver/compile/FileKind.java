package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is by its first bytes, whatever it is called. */
public enum FileKind {
    JPEG(".jpg", "\u00ff\u00d8\u00ff", 0, ""),
    PNG(".png", "\u0089PNG\r\n\u001a\n", 0, ""),
    WEBP(".webp", "RIFF", 8, "WEBP"),
    GIF(".gif", "GIF8", 0, ""),
    PDF(".pdf", "%PDF-", 0, "");

    private static final int BEGINNING = 16;

    private final String ending;
    private final String beginning;
    private final int place;
    private final String more;

    FileKind(String ending, String beginning, int place, String more) {
        this.ending = ending;
        this.beginning = beginning;
        this.place = place;
        this.more = more;
    }

    /** Empty where it is of none of these kinds. */
    public static Optional<FileKind> of(Path file) throws IOException {
        try (var read = Files.newInputStream(file)) {
            var bytes = new String(read.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            return Stream.of(values())
                    .filter(kind -> bytes.startsWith(kind.beginning) && bytes.startsWith(kind.more, kind.place))
                    .findFirst();
        }
    }

    public String ending() {
        return ending;
    }
}
