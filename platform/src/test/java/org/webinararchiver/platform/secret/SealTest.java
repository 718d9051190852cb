package org.webinararchiver.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.secret.Secret;

class SealTest {
    private static final Secret SESSION = new Secret("ключ-1a2b3c");

    private final Seal seal = new Seal(key(1));

    @Test
    void whatWasSealedOpensAtItsPlace() {
        assertThat(seal.open(seal.close(SESSION, "r1/sessionId"), "r1/sessionId")
                        .value())
                .isEqualTo(SESSION.value());
    }

    @Test
    void theSecretIsNotReadableInWhatIsStored() {
        assertThat(new String(seal.close(SESSION, "r1/sessionId"), StandardCharsets.UTF_8))
                .doesNotContain(SESSION.value());
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTime() {
        assertThat(seal.close(SESSION, "r1/sessionId")).isNotEqualTo(seal.close(SESSION, "r1/sessionId"));
    }

    @Test
    void aSealedSecretThatWasMovedToAnotherRecordingDoesNotOpen() {
        var sealed = seal.close(SESSION, "r1/sessionId");
        assertThatIllegalStateException().isThrownBy(() -> seal.open(sealed, "r2/sessionId"));
    }

    @Test
    void anotherKeyDoesNotOpenItAndTheErrorNamesTheSetting() {
        var sealed = seal.close(SESSION, "r1/sessionId");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Seal(key(2)).open(sealed, "r1/sessionId"))
                .withMessageContaining("archiver.secrets.key");
    }

    @Test
    void aChangedByteAnywhereIsNoticed() {
        var sealed = seal.close(SESSION, "r1/sessionId");
        for (int position = 0; position < sealed.length; position++) {
            var changed = sealed.clone();
            changed[position] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> seal.open(changed, "r1/sessionId"));
        }
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedWithAdvice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seal(Base64.getEncoder().encodeToString(new byte[16])))
                .withMessageContaining("openssl rand -base64 32");
    }

    private static String key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
