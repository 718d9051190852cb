package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An account as Unix numbers it. */
record UnixIdentity(int user, int group) {

    static final int ROOT = 0;

    boolean isRoot() {
        return user == ROOT;
    }

    static UnixIdentity ownerOf(Path path) throws IOException {
        return new UnixIdentity(number(path, "unix:uid"), number(path, "unix:gid"));
    }

    private static int number(Path path, String attribute) throws IOException {
        return (int) Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS);
    }

    /** Finds an account by its name in the lines of {@code /etc/passwd}: {@code name:password:user:group:…}. */
    static Optional<UnixIdentity> named(String name, List<String> accounts) {
        return fields(accounts)
                .filter(fields -> fields[0].equals(name))
                .map(fields -> new UnixIdentity(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                .findFirst();
    }

    /** The name of this account in the lines of {@code /etc/passwd}; in containers not every number has one. */
    Optional<String> name(List<String> accounts) {
        return fields(accounts)
                .filter(fields -> fields[2].equals(String.valueOf(user)))
                .map(fields -> fields[0])
                .findFirst();
    }

    private static Stream<String[]> fields(List<String> accounts) {
        return accounts.stream().map(line -> line.split(":", -1)).filter(fields -> fields.length > 3);
    }
}
