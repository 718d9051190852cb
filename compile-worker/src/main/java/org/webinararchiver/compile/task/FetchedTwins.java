package org.webinararchiver.compile.task;

import java.nio.file.Path;
import java.util.Map;
import org.webinararchiver.core.timeline.Twins;

/**
 * What stands in for files, and the files of its runs.
 *
 * @param files by the ids of the segments that runs are
 */
record FetchedTwins(Twins twins, Map<String, Path> files) {}
