package org.webinararchiver.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "recordings/0190f3a2/segments/4f.mp4", "plan=4f/f_1-2", ".hidden", "a..b", "-"})
    void componentsOfPlainCharactersAreAKey(String key) {
        assertThat(new ObjectKey(key).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "a/.", "a./b", "a b", "a\\b", "a\nb", "ä", "a:b"
            })
    void everythingElseIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectKey(key))
                .withMessageContaining("not a key");
    }

    @Test
    void aKeyOf900CharactersIsTheLongest() {
        var longest = "a".repeat(199) + ("/" + "b".repeat(99)).repeat(7) + "c";
        assertThat(longest).hasSize(900);
        assertThat(new ObjectKey(longest).components()).hasSize(8);
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(longest + "c"));
    }

    @Test
    void aComponentOf200CharactersIsTheLongest() {
        assertThat(new ObjectKey("a/" + "b".repeat(200)).components()).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey("a/" + "b".repeat(201)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/", "a/b.", "recordings/0190f3a2/seg"})
    void aPrefixMayEndAnywhere(String prefix) {
        assertThat(ObjectKey.requirePrefix(prefix)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "a//", "../", "a/../b", "a b", "a/./"})
    void aPrefixThatNoKeyHasIsRefused(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKey.requirePrefix(prefix));
    }
}
