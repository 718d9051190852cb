package org.webinararchiver.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys come from a setting or from a file, and one that is wrong is told without being shown. */
class SealKeysTest {
    private static final List<String> NONE = List.of();

    @TempDir
    private Path folder;

    @Test
    void oneKeyIsASettingAndOlderOnesStandBehindIt() {
        assertThat(SealKeys.of(Optional.of(Keys.text(1)), Optional.empty(), List.of(Keys.text(2), Keys.text(3))))
                .containsExactly(Keys.key(1), Keys.key(2), Keys.key(3));
    }

    @Test
    void aFileHoldsAKeyALine() throws IOException {
        var file = file("# since spring\n" + Keys.text(1) + "  \n\n" + Keys.text(2));
        assertThat(SealKeys.of(Optional.empty(), Optional.of(file), List.of(Keys.text(3))))
                .containsExactly(Keys.key(1), Keys.key(2), Keys.key(3));
    }

    @Test
    void aKeyThatIsSetTwiceIsOne() throws IOException {
        var file = file(Keys.text(1) + "\n" + Keys.text(1));
        assertThat(SealKeys.of(Optional.empty(), Optional.of(file), List.of(Keys.text(1))))
                .containsExactly(Keys.key(1));
    }

    @Test
    void withoutASettingThereIsNone() {
        assertThat(SealKeys.of(Optional.empty(), Optional.empty(), NONE)).isEmpty();
    }

    @Test
    void aSettingAndAFileAtOnceAreRefused() throws IOException {
        var file = file(Keys.text(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealKeys.of(Optional.of(Keys.text(1)), Optional.of(file), NONE))
                .withMessageContainingAll("archiver.secrets.key", "archiver.secrets.key-file", "both");
    }

    @Test
    void olderKeysAloneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealKeys.of(Optional.empty(), Optional.empty(), List.of(Keys.text(1))))
                .withMessageContaining("archiver.secrets.old-keys");
    }

    @Test
    void aFileThatCanNotBeReadIsNamed() {
        var absent = folder.resolve("absent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealKeys.of(Optional.empty(), Optional.of(absent), NONE))
                .withMessageContainingAll("archiver.secrets.key-file", absent.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "# nothing\n"})
    void aFileWithoutAKeyIsRefused(String content) throws IOException {
        var file = file(content);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealKeys.of(Optional.empty(), Optional.of(file), NONE))
                .withMessageContaining("holds no key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "not Base64 at all", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYw"})
    void whatIsNoKeyIsToldByItsPlaceAndNotShown(String wrong) throws IOException {
        var file = file(Keys.text(1) + "\n" + wrong);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealKeys.of(Optional.empty(), Optional.of(file), NONE))
                .withMessageContainingAll("line 2", file.toString(), "openssl rand -base64 32")
                .withNoCause()
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(wrong));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealKeys.of(Optional.of(wrong), Optional.empty(), NONE))
                .withMessageContaining("archiver.secrets.key must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealKeys.of(Optional.of(Keys.text(1)), Optional.empty(), List.of(wrong)))
                .withMessageContaining("key 1 of archiver.secrets.old-keys");
    }

    @Test
    void aKeyIsNotInWhatIsLogged() {
        assertThat(Keys.key(1).toString()).hasSize(16).isNotEqualTo(Keys.key(2).toString());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("keys"), content);
    }
}
