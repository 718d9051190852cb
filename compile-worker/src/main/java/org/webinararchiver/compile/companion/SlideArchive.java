package org.webinararchiver.compile.companion;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts slides and documents into a ZIP file as they came: they are compressed already, so they are only stored. The
 * same files make the same archive, byte for byte.
 */
final class SlideArchive {
    /** The first that ZIP knows. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SlideArchive() {}

    /** @param entries their names in the archive, in its order, and their files */
    static void write(Path archive, Map<String, Path> entries) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
            for (var each : entries.entrySet()) {
                zip.putNextEntry(entry(each.getKey(), each.getValue()));
                Files.copy(each.getValue(), zip);
                zip.closeEntry();
            }
        }
    }

    private static ZipEntry entry(String name, Path file) throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(Files.size(file));
        entry.setCrc(checksum(file));
        return entry;
    }

    private static long checksum(Path file) throws IOException {
        try (var read = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            read.skipNBytes(Files.size(file));
            return read.getChecksum().getValue();
        }
    }
}
