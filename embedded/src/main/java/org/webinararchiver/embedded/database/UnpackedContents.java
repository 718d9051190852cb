package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The list of an unpacked archive's files with their lengths, kept beside them.
 *
 * <p>A rename makes a folder appear whole to other processes, but not after a power cut, when the newest files may be
 * empty; and programs that tidy up delete single old files. Comparing the lengths finds both and takes milliseconds.
 */
final class UnpackedContents {

    private static final String LIST = "contents.txt";

    private UnpackedContents() {}

    static void writeDown(Path folder) throws IOException {
        List<String> lines;
        try (var paths = Files.walk(folder)) {
            lines = paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> path.toFile().length() + " " + folder.relativize(path))
                    .sorted()
                    .toList();
        }
        Files.write(folder.resolve(LIST), lines);
    }

    static boolean areWhole(Path folder) throws IOException {
        var list = folder.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return false;
        }
        var lines = Files.readAllLines(list);
        return !lines.isEmpty() && lines.stream().allMatch(line -> isWhole(folder, line));
    }

    private static boolean isWhole(Path folder, String line) {
        if (!line.matches("\\d{1,15} .+")) {
            return false;
        }
        int space = line.indexOf(' ');
        var file = folder.resolve(line.substring(space + 1));
        return Files.isRegularFile(file) && file.toFile().length() == Long.parseLong(line, 0, space, 10);
    }
}
