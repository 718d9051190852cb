package org.webinararchiver.standalone.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void aFolderThatIsMissingIsMade() throws IOException {
        try (var folder = DataFolder.open(temporary.resolve("a/b"))) {
            assertThat(folder.objects().getParent())
                    .isEqualTo(temporary.toRealPath().resolve("a/b"))
                    .isDirectory();
        }
    }

    @Test
    void aFolderThatIsOpenIsNotOpenedAgainUntilItIsClosed() throws IOException {
        try (var folder = DataFolder.open(temporary)) {
            assertThatExceptionOfType(FolderInUse.class)
                    .isThrownBy(() -> DataFolder.open(temporary))
                    .withMessageContaining(folder.toString())
                    .withMessageContaining("--data-dir");
        }
        DataFolder.open(temporary).close();
    }

    @Test
    void theSecretKeyIsMadeOnceAndIsItsOwnersAlone() throws IOException {
        var file = temporary.resolve("secret.key");
        var key = SecretKeyFile.readOrMake(file);
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(SecretKeyFile.readOrMake(file)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
