package org.webinararchiver.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveNameTest {
    private static final Optional<OffsetDateTime> STARTED =
            Optional.of(OffsetDateTime.parse("2026-01-28T17:06:28+03:00"));

    @Test
    void aNameIsTheTitleAndTheTimeInItsOwnOffset() {
        assertThat(ArchiveName.of("Algebra, part 2", STARTED)).hasToString("Algebra, part 2_2026-01-28_17_06_28");
    }

    @Test
    void aRecordingWithoutATimeIsNamedByItsTitleAlone() {
        assertThat(ArchiveName.of("Algebra", Optional.empty())).hasToString("Algebra");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a/b\\c:d*e?f"g<h>i   | a_b_c_d_e_f_g_h_i
                    ../../etc/passwd      | _.._etc_passwd
                    CON                   | _CON
                    com1.txt              | _com1.txt
                    console               | console
                    ' many   spaces. '    | many spaces
                    '...'                 | Recording
                    '???'                 | Recording
                    Лекция №1             | Лекция №1
                    """)
    void aNameIsSafeOnEveryFileSystem(String title, String name) {
        assertThat(ArchiveName.of(title, Optional.empty())).hasToString(name);
    }

    @Test
    void controlAndDirectionCharactersAreLeftOut() {
        assertThat(ArchiveName.of("a\u0000b\nc\u202Etxt", Optional.empty())).hasToString("a_b_c_txt");
    }

    @Test
    void emojiThatAreJoinedStayJoined() {
        assertThat(ArchiveName.of("\uD83D\uDC69\u200D\uD83D\uDCBB live", Optional.empty()))
                .hasToString("\uD83D\uDC69\u200D\uD83D\uDCBB live");
    }

    @Test
    void aLongTitleIsCutBetweenCharactersAndKeepsItsTime() {
        var name = ArchiveName.of("😀".repeat(200), STARTED).value();
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(237, 240);
        assertThat(name).endsWith("_2026-01-28_17_06_28").startsWith("😀😀").doesNotContain("\uFFFD");
    }

    @Test
    void aTitleOfJustTheLongestLengthIsKept() {
        assertThat(ArchiveName.of("x".repeat(240), Optional.empty()).value()).hasSize(240);
        assertThat(ArchiveName.of("x".repeat(241), Optional.empty()).value()).hasSize(240);
    }

    @Test
    void aFileHasTheNameAndItsEnding() {
        var name = ArchiveName.of("Algebra", STARTED);
        assertThat(name.file(".mp4")).isEqualTo("Algebra_2026-01-28_17_06_28.mp4");
        assertThat(name.file("_720p.mp4")).isEqualTo("Algebra_2026-01-28_17_06_28_720p.mp4");
        assertThat(name.file(".m4a")).isEqualTo("Algebra_2026-01-28_17_06_28.m4a");
    }

    @Test
    void aLongEndingShortensTheTitleAndKeepsTheTime() {
        var ending = "_gallery_1080p_no-chat_hide-silent_from-PT10H59M59.999S_for-PT10H59M59.999S (12).mp4";
        var file = ArchiveName.of("Я".repeat(300), STARTED).file(ending);
        assertThat(file).startsWith("ЯЯ").endsWith("_2026-01-28_17_06_28" + ending);
        assertThat(file.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(248, 250);
        var timeless = ArchiveName.of("Я".repeat(300), Optional.empty()).file(ending);
        assertThat(timeless.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(248, 250);
    }
}
