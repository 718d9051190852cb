package org.webinararchiver.platform.scratch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** Gives out folders for work in progress. */
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
}
