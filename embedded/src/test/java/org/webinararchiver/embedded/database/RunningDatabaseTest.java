package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.webinararchiver.embedded.database.TestDatabase.query;
import static org.webinararchiver.embedded.database.TestDatabase.settings;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.embedded.EmbeddedServerException;

class RunningDatabaseTest {

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(settings(folder));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aCommitIsDurableAndTextIsUnicode() throws Exception {
        assertThat(query(database, "SHOW fsync")).isEqualTo("on");
        assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query(database, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(query(database, "SHOW data_checksums")).isEqualTo("on");
        assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void onlyThePasswordOpensItAndOnlyTheOwnerReadsThat() throws Exception {
        assertThat(mode(folder.resolve("cluster"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("password"))).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("server.log"))).isEqualTo("rw-------");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong")
                        .close())
                .withMessageContaining("password authentication failed");
    }

    @Test
    void onlyTheLoopbackAddressListens() {
        var address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getByName("127.0.0.2"), address.getPort()).close());
    }

    @Test
    void aFolderInUseIsRefusedAndItsUserIsNotDisturbed() throws Exception {
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(settings(folder)))
                .withMessageContaining("Another program is using");
        assertThat(query(database, "SELECT 1")).isEqualTo("1");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
