package org.webinararchiver.embedded.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How root takes on another account for one command. All of these programs are part of Linux distributions' base.
 *
 * <p>{@code setpriv} comes first: it alone needs no entry in the list of accounts, no log-in session, and can leave a
 * single capability in place.
 */
final class AccountSwitch {

    private static final List<Path> SYSTEM_FOLDERS =
            Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin").map(Path::of).toList();

    private static final List<String> ACCESS =
            List.of("--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override");

    private final Predicate<Path> executable;

    AccountSwitch(Predicate<Path> executable) {
        this.executable = executable;
    }

    static AccountSwitch ofThisSystem() {
        return new AccountSwitch(Files::isExecutable);
    }

    /** Gives up all rights of root. Empty when there is no program that could; most need the account's name. */
    Optional<List<String>> dropping(UnixIdentity identity, Optional<String> name) {
        return find("setpriv")
                .map(setpriv -> setpriv(setpriv, identity, List.of()))
                .or(() -> name.flatMap(this::byName));
    }

    private Optional<List<String>> byName(String name) {
        return find("runuser")
                .map(runuser -> List.of(runuser, "-u", name, "--"))
                .or(() -> find("su").map(su -> su(su, name)));
    }

    /**
     * Gives up all rights of root but one: to enter and to write folders whatever their mode (CAP_DAC_OVERRIDE). A
     * cluster below {@code /root} needs it, for PostgreSQL opens its files by their whole path. The narrower
     * CAP_DAC_READ_SEARCH would do, but containers do not have it. Without the secure bit the system call access(2), by
     * which PostgreSQL looks for its own programs, would leave the capability out of account.
     */
    Optional<List<String>> droppingAllButAccess(UnixIdentity identity) {
        return find("setpriv").map(setpriv -> setpriv(setpriv, identity, ACCESS));
    }

    private static List<String> setpriv(String setpriv, UnixIdentity identity, List<String> capabilities) {
        var start = Stream.of(
                setpriv,
                "--reuid=" + identity.user(),
                "--regid=" + identity.group(),
                "--clear-groups",
                "--no-new-privs");
        return Stream.of(start, capabilities.stream(), Stream.of("--"))
                .flatMap(part -> part)
                .toList();
    }

    private static List<String> su(String su, String name) {
        return List.of(su, "-s", "/bin/sh", "-c", "exec \"$@\"", "--", name, "sh");
    }

    private Optional<String> find(String program) {
        return SYSTEM_FOLDERS.stream()
                .map(folder -> folder.resolve(program))
                .filter(executable)
                .map(Path::toString)
                .findFirst();
    }
}
