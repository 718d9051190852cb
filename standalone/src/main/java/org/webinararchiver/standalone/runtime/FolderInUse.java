package org.webinararchiver.standalone.runtime;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Another process works with the data folder. */
public final class FolderInUse extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    FolderInUse(Path folder) {
        super(
                "Another ./archive has the folder %s open. Wait until it has ended, or use another folder with --data-dir."
                        .formatted(folder));
    }
}
