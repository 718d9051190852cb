package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of this process and of the children that have ended, in seconds, from now on. Linux only. */
final class ProcessorTime {
    private static final int OWN = 11;
    private static final int OF_CHILDREN = 13;
    private static final int LAST = 14;

    private final double before = since(OWN);
    private final double ofChildrenBefore = since(OF_CHILDREN);

    private static double since(int first) {
        try {
            var line = Files.readString(Path.of("/proc/self/stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = first; field <= LAST; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / 100;
        } catch (IOException e) {
            throw new IllegalStateException("there is no /proc here", e);
        }
    }

    double taken() {
        return since(OWN) - before;
    }

    /** That of the children alone. */
    double takenByChildren() {
        return since(OF_CHILDREN) - ofChildrenBefore;
    }
}
