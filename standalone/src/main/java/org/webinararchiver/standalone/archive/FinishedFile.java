package org.webinararchiver.standalone.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.webinararchiver.core.recording.ArchiveName;
import org.webinararchiver.core.recording.RenditionName;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.storage.ObjectStore;

/** A finished file on its way into a folder of the user's, where it is named by the recording's title. */
record FinishedFile(ObjectStore store, Artifact artifact) {

    /**
     * Copies it; one that is there already, whole, is left as it is. One that is there under its name and is another
     * one stays too, and this one gets a number.
     */
    Path into(Path folder, ArchiveName name) throws IOException {
        var ending = new RenditionName(artifact.name()).ending();
        var copied = new CopiedFile(store, artifact.objectKey(), artifact.bytes());
        for (int number = 1; ; number++) {
            var file = folder.resolve(name.file(number == 1 ? ending : numbered(ending, number)));
            if (Files.notExists(file)) {
                return copied.to(file);
            }
            if (copied.is(file)) {
                return file;
            }
        }
    }

    private static String numbered(String ending, int number) {
        int dot = ending.lastIndexOf('.');
        return "%s (%d)%s".formatted(ending.substring(0, dot), number, ending.substring(dot));
    }
}
