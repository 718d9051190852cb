package org.webinararchiver.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.secret.Secret;

class SealTest {
    private static final Secret SESSION = new Secret("ключ-1a2b3c");
    private static final String PLACE = "r1/sessionId";

    /** Sealed with key 1 by the version that knew no names of keys. */
    private static final byte[] OF_VERSION_1 = HexFormat.of()
            .parseHex("01000102030405060708090a0b6b1c459df170d7fed35b86f6425aab542943e7fc1bdc8c3d86d962608594a0");

    static Seal[] seals() {
        return new Seal[] {Keys.seal(1), Keys.seal(1, 2)};
    }

    @ParameterizedTest
    @MethodSource("seals")
    void whatWasSealedOpensAtItsPlace(Seal seal) {
        assertThat(seal.open(seal.close(SESSION, PLACE), PLACE).value()).isEqualTo(SESSION.value());
    }

    @ParameterizedTest
    @MethodSource("seals")
    void theSecretIsNotReadableInWhatIsStored(Seal seal) {
        assertThat(new String(seal.close(SESSION, PLACE), StandardCharsets.UTF_8))
                .doesNotContain(SESSION.value());
    }

    @ParameterizedTest
    @MethodSource("seals")
    void theSameSecretIsSealedDifferentlyEachTime(Seal seal) {
        assertThat(seal.close(SESSION, PLACE)).isNotEqualTo(seal.close(SESSION, PLACE));
    }

    @ParameterizedTest
    @MethodSource("seals")
    void aSealedSecretThatWasMovedToAnotherRecordingDoesNotOpen(Seal seal) {
        var sealed = seal.close(SESSION, PLACE);
        assertThatIllegalStateException().isThrownBy(() -> seal.open(sealed, "r2/sessionId"));
    }

    @ParameterizedTest
    @MethodSource("seals")
    void aChangedByteAnywhereIsNoticed(Seal seal) {
        var sealed = seal.close(SESSION, PLACE);
        for (int position = 0; position < sealed.length; position++) {
            var changed = sealed.clone();
            changed[position] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> seal.open(changed, PLACE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "01", "02", "00000102030405060708090a0b00", "02000102030405060708090a0b0c0d0e0f10111213"})
    void whatIsNoSealedSecretIsRefused(String hexadecimal) {
        var bytes = HexFormat.of().parseHex(hexadecimal);
        assertThat(Seal.isSealed(bytes)).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> Keys.seal(1).open(bytes, PLACE))
                .withMessageContaining("known version");
    }

    @Test
    void anotherKeyDoesNotOpenItAndTheErrorNamesTheSetting() {
        var sealed = Keys.seal(1).close(SESSION, PLACE);
        assertThatIllegalStateException()
                .isThrownBy(() -> Keys.seal(2).open(sealed, PLACE))
                .withMessageContaining("archiver.secrets.key");
    }

    @Test
    void whereThereAreSeveralKeysTheErrorNamesTheOneThatIsMissing() {
        var sealed = Keys.seal(1, 2).close(SESSION, PLACE);
        assertThatIllegalStateException()
                .isThrownBy(() -> Keys.seal(2, 3).open(sealed, PLACE))
                .withMessageContaining(Keys.key(1).id());
    }

    @Test
    void theFirstKeySealsAndEachOneOpens() {
        var old = Keys.seal(1);
        var both = Keys.seal(2, 1);
        assertThat(both.open(old.close(SESSION, PLACE), PLACE)).isEqualTo(SESSION);
        assertThat(Keys.seal(2).open(both.close(SESSION, PLACE), PLACE)).isEqualTo(SESSION);
        assertThat(Keys.seal(1).find(both.close(SESSION, PLACE), PLACE)).isEmpty();
    }

    @Test
    void whatOneKeyAloneSealsIsOfTheFormThatEveryVersionOfTheProgramOpens() {
        assertThat(Keys.seal(1).close(SESSION, PLACE)).startsWith(1);
        assertThat(Keys.seal(1, 2).close(SESSION, PLACE)).startsWith(2);
    }

    @Test
    void whatTheFirstVersionSealedStillOpens() {
        assertThat(Keys.seal(2, 1).open(OF_VERSION_1, PLACE)).isEqualTo(SESSION);
    }
}
