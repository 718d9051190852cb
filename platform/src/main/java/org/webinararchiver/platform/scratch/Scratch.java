package org.webinararchiver.platform.scratch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.UUID;

/** Gives out folders and files for work in progress. */
@ApplicationScoped
public class Scratch {
    private final ScratchSettings settings;

    public Scratch(ScratchSettings settings) {
        this.settings = settings;
    }

    /** A new, empty folder, which is removed with all that is in it when it is closed. */
    public ScratchFolder open(String purpose) throws IOException {
        try {
            return new ScratchFolder(Files.createTempDirectory(settings.scratch(), purpose + "-"));
        } catch (NoSuchFileException first) {
            var root = Files.createDirectories(settings.scratch());
            return new ScratchFolder(Files.createTempDirectory(root, purpose + "-"));
        }
    }

    /** A name for a file that is not there yet, and is removed when it is closed, unless it was moved away. */
    public ScratchFile file(String purpose) throws IOException {
        var root = settings.scratch();
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root);
        }
        return new ScratchFile(root.resolve(purpose + "-" + UUID.randomUUID()));
    }
}
