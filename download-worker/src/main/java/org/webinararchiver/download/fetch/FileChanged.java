package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.Serial;

/** The file is no longer the one whose beginning was fetched. */
final class FileChanged extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    FileChanged() {
        super("it changed while it was fetched");
    }
}
