package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Where the files of segments are had from. They need not be here all at once: a recording may be larger than the disk
 * of a worker.
 */
public interface Shelf {
    /** The ids of the segments whose files can be had. */
    Set<String> segments();

    /**
     * Brings files here, if they are not, and keeps them until they are let go.
     *
     * @param wanted ids, of which those whose files can not be had are left out
     * @throws IOException when one of the others can not be brought
     */
    Held hold(Collection<String> wanted) throws IOException, InterruptedException;

    /** Files that are here, of which nothing may be changed. */
    interface Held extends AutoCloseable {
        /** The file of a segment that is held. */
        Path file(String segment);

        /** Lets them go. */
        @Override
        void close();
    }

    /** Files that are here anyway, by the segments' ids. */
    static Shelf of(Map<String, Path> files) {
        return new FilesAtHand(files);
    }
}
