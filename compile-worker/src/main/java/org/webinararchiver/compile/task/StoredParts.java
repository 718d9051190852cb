package org.webinararchiver.compile.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.script.PartSource;
import org.webinararchiver.compile.script.RenderedPart;
import org.webinararchiver.compile.script.ScriptJson;
import org.webinararchiver.platform.catalog.StoredPart;
import org.webinararchiver.platform.storage.NoSuchObject;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * The parts of a recording, from the object store.
 *
 * @param rows in the order of their numbers
 * @param folder for their files
 */
record StoredParts(ObjectStore store, List<StoredPart> rows, Path folder) implements PartSource {
    private static final Logger LOG = Logger.getLogger(StoredParts.class);

    /** A part whose object is gone is rendered again, like one that was never there. */
    @Override
    public Optional<RenderedPart> bring(int number) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var row = rows.get(number);
        var file = folder.resolve("part-" + number);
        try {
            store.download(row.objectKey().orElseThrow(), file);
            return Optional.of(new RenderedPart(file, ScriptJson.note(row.note().orElseThrow())));
        } catch (NoSuchObject e) {
            LOG.warnf("Part %d is not in the store any more: %s", number, e.getMessage());
            return Optional.empty();
        }
    }
}
