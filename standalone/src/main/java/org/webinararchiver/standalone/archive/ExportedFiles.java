package org.webinararchiver.standalone.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What was put into the user's folder of a recording.
 *
 * @param file the finished one
 * @param beside what belongs to it, in the order of the names
 */
public record ExportedFiles(Path file, List<Path> beside) {
    public ExportedFiles {
        Objects.requireNonNull(file);
        beside = List.copyOf(beside);
    }
}
