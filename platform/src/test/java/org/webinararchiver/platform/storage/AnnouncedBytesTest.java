package org.webinararchiver.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AnnouncedBytesTest {

    @Test
    void exactlyTheAnnouncedBytesPass() throws IOException {
        assertThat(announced(3, 3).readAllBytes()).hasSize(3);
        assertThat(announced(0, 0).readAllBytes()).isEmpty();
    }

    @Test
    void oneByteTooFewFails() {
        assertThatExceptionOfType(WrongLength.class)
                .isThrownBy(() -> announced(2, 3).readAllBytes())
                .withMessage("The bytes of k end after 2 of 3");
    }

    @Test
    void oneByteTooManyFails() {
        assertThatExceptionOfType(WrongLength.class)
                .isThrownBy(() -> announced(4, 3).readAllBytes())
                .withMessage("There are more than the announced 3 bytes of k");
    }

    @Test
    void theEndCanBeReadTwice() throws IOException {
        var bytes = announced(1, 1);

        assertThat(bytes.read()).isZero();
        assertThat(bytes.read()).isEqualTo(-1);
        assertThat(bytes.read()).isEqualTo(-1);
    }

    @Test
    void aNegativeLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> announced(1, -1));
    }

    private static AnnouncedBytes announced(int actual, long length) {
        return new AnnouncedBytes(new ByteArrayInputStream(new byte[actual]), "k", length);
    }
}
