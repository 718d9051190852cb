package org.webinararchiver.standalone.archive;

import java.nio.file.Path;
import java.util.List;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.standalone.progress.Display;

/**
 * What the user asked for.
 *
 * @param links to archive, in this order
 * @param outputFolder where each recording gets a folder of its own
 * @param display where progress is shown
 */
public record ArchiveJob(List<RecognisedLink> links, Path outputFolder, Display display) {
    public ArchiveJob {
        links = List.copyOf(links);
    }
}
