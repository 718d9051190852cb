package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.WantedFile;

class ContentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89504e470d0a1a0a0000000d49484452",
                "ffd8ffe000104a46494600010101",
                "474946383961010001000000",
                "52494646aabbccdd5745425056503820"
            })
    void picturesAreKnownByTheirFirstBytes(String bytes) throws IOException {
        assertThat(checked(bytes, WantedFile.Kind.PICTURE)).isEqualTo(bytes);
        assertThat(checked(bytes, WantedFile.Kind.DOCUMENT)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"255044462d312e370a25e2e3cfd3", "504b030414000600080000002100", "d0cf11e0a1b11ae1000000000000"})
    void documentsAreKnownToo(String bytes) throws IOException {
        assertThat(checked(bytes, WantedFile.Kind.DOCUMENT)).isEqualTo(bytes);
        assertThatThrownBy(() -> checked(bytes, WantedFile.Kind.PICTURE)).isInstanceOf(UnexpectedContent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "89",
                "ffd8",
                "89504e470d0a1a",
                "52494646aabbccdd57415645666d7420",
                "3c21646f63747970652068746d6c3e",
                "3c73766720786d6c6e733d22687474",
                "000000186674797069736f6d"
            })
    void nothingElseIsEither(String bytes) {
        assertThatThrownBy(() -> checked(bytes, WantedFile.Kind.PICTURE)).isInstanceOf(UnexpectedContent.class);
        assertThatThrownBy(() -> checked(bytes, WantedFile.Kind.DOCUMENT)).isInstanceOf(UnexpectedContent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3c21646f63747970652068746d6c3e"})
    void mediaAreLookedIntoLater(String bytes) throws IOException {
        assertThat(checked(bytes, WantedFile.Kind.MEDIA)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource(WantedFile.Kind.class)
    void aLargeFileComesThroughWhole(WantedFile.Kind kind) throws IOException {
        var bytes = "89504e470d0a1a0a" + "00ff".repeat(50_000);
        assertThat(checked(bytes, kind)).isEqualTo(bytes);
    }

    private static String checked(String bytes, WantedFile.Kind kind) throws IOException {
        var body = new ByteArrayInputStream(HexFormat.of().parseHex(bytes));
        return HexFormat.of().formatHex(Content.checked(body, kind).readAllBytes());
    }
}
