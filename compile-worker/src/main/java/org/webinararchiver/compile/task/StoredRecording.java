package org.webinararchiver.compile.task;

import java.util.Objects;
import org.webinararchiver.compile.Shelf;
import org.webinararchiver.core.timeline.Twins;

/**
 * What was fetched of a recording.
 *
 * @param shelf has the files of segments, of twins' runs and of slides
 * @param twins what stands in for files
 */
record StoredRecording(Shelf shelf, Twins twins) {
    StoredRecording {
        Objects.requireNonNull(shelf);
        Objects.requireNonNull(twins);
    }
}
