package org.webinararchiver.platform.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
    @TempDir
    Path folder;

    @Test
    void itHasRoomAsLongAsEnoughIsFree() throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        assertThat(new Disk("The disk", folder, free / 2).shortage()).isEmpty();
        assertThat(new Disk("The disk", folder, free * 2).shortage())
                .get()
                .asString()
                .startsWith("The disk has ");
    }

    @Test
    void aFolderThatIsYetToBeMadeHasTheRoomOfTheDiskItWillBeOn() throws IOException {
        var later = folder.resolve("a/b/c");
        assertThat(new Disk("The disk", later, 1).shortage()).isEmpty();
        assertThat(new Disk("The disk", later, Long.MAX_VALUE).shortage()).isPresent();
        assertThat(new Disk("The disk", later, 1).size())
                .isEqualTo(Files.getFileStore(folder).getTotalSpace());
        assertThat(later).doesNotExist();
    }
}
