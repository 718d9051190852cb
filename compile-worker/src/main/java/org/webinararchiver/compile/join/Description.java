package org.webinararchiver.compile.join;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.words.Chapter;
import org.webinararchiver.media.ffmpeg.run.ChapterFile;

/**
 * What is written into a file about the recording.
 *
 * @param title any characters
 * @param startedAt where known
 * @param chapters in order of time, each ending where the next one begins; none where there is nothing to divide
 */
public record Description(String title, Optional<OffsetDateTime> startedAt, List<Chapter> chapters) {
    public Description {
        Objects.requireNonNull(title);
        Objects.requireNonNull(startedAt);
        chapters = List.copyOf(chapters);
    }

    /** A file from which ffmpeg reads the chapters, where there are any. */
    Optional<Path> chapterFile(Path scratch) throws IOException {
        if (chapters.isEmpty()) {
            return Optional.empty();
        }
        var file = scratch.resolve("chapters.txt");
        ChapterFile.write(
                file,
                chapters.stream()
                        .map(each -> new ChapterFile.Entry(
                                each.time().from(), each.time().until(), each.title()))
                        .toList());
        return Optional.of(file);
    }
}
