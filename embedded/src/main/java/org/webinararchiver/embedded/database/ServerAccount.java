package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The account of the operating system that PostgreSQL runs under. It refuses to run as root. */
sealed interface ServerAccount {

    /** The command that runs the given command as this account. */
    List<String> command(List<String> command);

    /** Makes this account the owner of a file or folder. */
    void own(Path path) throws IOException;

    /** The account that this program runs under itself. */
    record Own() implements ServerAccount {
        @Override
        public List<String> command(List<String> command) {
            return command;
        }

        @Override
        public void own(Path path) {
            // What this program creates is its own already.
        }
    }

    /**
     * Another account, which root may take on.
     *
     * @param prefix the program that takes it on, with its arguments; the command follows
     */
    record Lent(UnixIdentity identity, List<String> prefix) implements ServerAccount {
        public Lent {
            prefix = List.copyOf(prefix);
        }

        @Override
        public List<String> command(List<String> command) {
            return Stream.concat(prefix.stream(), command.stream()).toList();
        }

        @Override
        public void own(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", identity.user(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", identity.group(), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
