package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.webinararchiver.embedded.database.TestDatabase.query;
import static org.webinararchiver.embedded.database.TestDatabase.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the server may do when it is root who starts it. For another user there is nothing to show. */
@EnabledOnOs(OS.LINUX)
class RootTest {

    private static final long DAC_OVERRIDE = 1 << 1;

    @TempDir
    Path folder;

    @BeforeEach
    void requireRoot() throws IOException {
        assumeThat(UnixIdentity.ownerOf(folder).isRoot()).isTrue();
    }

    @Test
    void inAFolderThatOthersMayEnterItHasNoRightsOfRoot() throws Exception {
        UnixModes.publish(folder, true);
        try (var database = EmbeddedDatabase.start(settings(folder.resolve("data")))) {
            assertThat(capabilities(folder.resolve("data"))).isZero();
            assertThat(query(database, "SELECT pg_read_file('/proc/self/status')"))
                    .contains("NoNewPrivs:\t1");
        }
    }

    @Test
    void inAFolderThatIsClosedToOthersItMayPassAndNothingElse() throws Exception {
        // The programs lie in the closed folder, too.
        try (var database = EmbeddedDatabase.start(DatabaseSettings.in(folder.resolve("data")))) {
            assertThat(capabilities(folder.resolve("data"))).isEqualTo(DAC_OVERRIDE);
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void itGoesOnWithTheClusterOfAnOrdinaryUser() throws Exception {
        EmbeddedDatabase.start(settings(folder)).close();
        var user = new ServerAccount.Lent(new UnixIdentity(4321, 4321), List.of());
        ownAll(user);
        try (var database = EmbeddedDatabase.start(settings(folder))) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
            assertThat(UnixIdentity.ownerOf(Path.of(
                            "/proc", String.valueOf(TestDatabase.server(folder).pid()))))
                    .isEqualTo(user.identity());
        }
    }

    @Test
    void aClusterThatRootCopiedIsHandedBack() throws Exception {
        EmbeddedDatabase.start(settings(folder)).close();
        ownAll(new ServerAccount.Lent(new UnixIdentity(0, 0), List.of()));
        try (var database = EmbeddedDatabase.start(settings(folder))) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    private void ownAll(ServerAccount account) throws IOException {
        try (var paths = Files.walk(folder.resolve("cluster"))) {
            for (var path : paths.toList()) {
                account.own(path);
            }
        }
    }

    /** The effective capabilities of the server, one bit each. */
    private static long capabilities(Path dataFolder) throws IOException {
        var status =
                Path.of("/proc", String.valueOf(TestDatabase.server(dataFolder).pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .map(line -> Long.parseLong(line.substring("CapEff:".length()).strip(), 16))
                .findFirst()
                .orElseThrow();
    }
}
