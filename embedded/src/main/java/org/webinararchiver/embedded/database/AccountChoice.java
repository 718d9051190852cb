package org.webinararchiver.embedded.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.webinararchiver.embedded.EmbeddedServerException;

/** Decides which account PostgreSQL runs under: our own, or when that is root, the cluster's owner or nobody. */
final class AccountChoice {

    private static final Logger log = Logger.getLogger(AccountChoice.class);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);
    private static final Path ACCOUNTS = Path.of("/etc/passwd");
    private static final String UNPRIVILEGED = "nobody";

    private final ClusterFolder folder;
    private final Binaries binaries;
    private final AccountSwitch accountSwitch;

    AccountChoice(ClusterFolder folder, Binaries binaries, AccountSwitch accountSwitch) {
        this.folder = folder;
        this.binaries = binaries;
        this.accountSwitch = accountSwitch;
    }

    ServerAccount choose() throws IOException {
        if (binaries.platform().isWindows() || new UnixSystem().getUid() != UnixIdentity.ROOT) {
            return new ServerAccount.Own();
        }
        if (!binaries.platform().isLinux()) {
            throw refused("PostgreSQL does not run as root, and on this system there is no way around it.");
        }
        var accounts = Files.readAllLines(ACCOUNTS);
        var account = lent(identity(accounts), accounts);
        log.debugf("PostgreSQL runs by %s", account);
        return account;
    }

    /** The owner of an existing cluster, so that root can use what an ordinary user began. */
    private UnixIdentity identity(List<String> accounts) throws IOException {
        if (folder.hasCluster()) {
            var owner = UnixIdentity.ownerOf(folder.cluster());
            if (!owner.isRoot()) {
                return owner;
            }
        }
        return UnixIdentity.named(UNPRIVILEGED, accounts)
                .orElseThrow(() -> refused(ACCOUNTS + " has no account " + UNPRIVILEGED + "."));
    }

    private ServerAccount lent(UnixIdentity identity, List<String> accounts) throws IOException {
        var dropping = accountSwitch
                .dropping(identity, identity.name(accounts))
                .orElseThrow(() -> refused("Neither setpriv nor runuser nor su is installed."));
        var complaints = new ArrayList<String>();
        for (var prefix : candidates(dropping, identity)) {
            var account = new ServerAccount.Lent(identity, prefix);
            var result = probe(account);
            if (result.succeeded()) {
                return account;
            }
            complaints.add(result.output());
        }
        throw refused("No other account can run programs below " + folder.path() + " and " + binaries.folder()
                + ". Either that account cannot be taken on, or a folder above them is closed to others, or their disk"
                + " is mounted noexec. " + String.join(" ", complaints).strip());
    }

    private List<List<String>> candidates(List<String> dropping, UnixIdentity identity) {
        return Stream.concat(Stream.of(dropping), accountSwitch.droppingAllButAccess(identity).stream())
                .toList();
    }

    /** Asks the system itself, for modes are not the whole truth: access lists and mount options count, too. */
    private Command.Result probe(ServerAccount account) throws IOException {
        var probe = List.of(
                "/bin/sh",
                "-c",
                "test -x \"$1\" && test -x \"$2\"",
                "sh",
                folder.path().toString(),
                binaries.initdb().toString());
        return new Command(folder.path()).run(account.command(probe), PROBE_LIMIT);
    }

    private static EmbeddedServerException refused(String problem) {
        return new EmbeddedServerException(
                "PostgreSQL cannot be started by root. " + problem,
                "Run this program as an ordinary user, or use a PostgreSQL server of your own.");
    }
}
