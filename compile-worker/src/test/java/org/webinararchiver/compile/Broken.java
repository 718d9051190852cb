package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Makes good MP4 files bad. */
final class Broken {
    private Broken() {}

    /** A file whose tables are right and whose frames and sound are all zeroes. */
    static Path withoutData(Path good, Path bad) throws IOException {
        var bytes = Files.readAllBytes(good);
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
        Arrays.fill(bytes, data, bytes.length, (byte) 0);
        return Files.write(bad, bytes);
    }

    /** A file whose frames and sound are all zeroes from one share of it to another. */
    static Path withoutData(Path good, Path bad, double from, double to) throws IOException {
        var bytes = Files.readAllBytes(good);
        Arrays.fill(bytes, (int) (bytes.length * from), (int) (bytes.length * to), (byte) 0);
        return Files.write(bad, bytes);
    }
}
