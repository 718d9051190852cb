package org.webinararchiver.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    private static final String KEY = "wa_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno-_";

    @Test
    void aNewKeyIsReadAsItWasMade() {
        var made = KeyText.random(new SecureRandom());
        var read = KeyText.of(made.secret()).orElseThrow();
        assertThat(KeyHash.of(read)).isEqualTo(KeyHash.of(made)).hasSameHashCodeAs(KeyHash.of(made));
        assertThat(KeyHash.of(KeyText.random(new SecureRandom()))).isNotEqualTo(KeyHash.of(made));
    }

    @Test
    void itsWordsTellNoMoreThanItsBeginning() {
        assertThat(KeyText.of(KEY)).get().hasToString("wa_ABCDEF…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wa_",
                "wa_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno-",
                "wa_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno-__",
                "wa_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno-+",
                "WA_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno-_",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno-_"
            })
    void whatCannotBeAKeyIsNotAsked(String text) {
        assertThat(KeyText.of(text)).isEmpty();
    }
}
