package org.webinararchiver.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.simulator.meeting.Meeting;

class TitleTest extends CompilerUnderTest {
    private static final Meeting SHORT = Meeting.named("short")
            .lecturer("Anna", anna -> anna.camera(at(0), lasting(1)))
            .written();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Реки Севера: как читать карту",
                "It's \"quoted\"; a=b #c \\d [e] 100% $HOME `ls`",
                "-i file:/etc/passwd",
                "First line\nsecond line",
                "🎓 Emoji and 日本語"
            })
    void theTitleIsInTheFileAsItsAuthorWroteIt(String title) throws Exception {
        assertThat(tag(compiled(title), "title")).isEqualTo(title);
    }

    @Test
    void whatNoTitleHoldsIsLeftOut() throws Exception {
        assertThat(tag(compiled("a\0b\u0007c"), "title")).isEqualTo("abc");
    }

    @Test
    void aTitleIsNotEndless() throws Exception {
        assertThat(tag(compiled("🎓".repeat(1001)), "title")).isEqualTo("🎓".repeat(1000));
    }

    @Test
    void theFileKnowsWhenTheRecordingBegan() throws Exception {
        assertThat(tag(compiled("any"), "creation_time")).isEqualTo("2026-03-17T08:00:00.000000Z");
    }

    private Path compiled(String title) throws Exception {
        return compile(RecordedMeeting.of(SHORT).request(folder, title)).path();
    }

    private static String tag(Path file, String name) throws IOException, InterruptedException {
        var ffprobe = TestFfmpeg.installation().ffprobe().toString();
        var process = new ProcessBuilder(
                        ffprobe,
                        "-v",
                        "error",
                        "-of",
                        "default=nk=1:nw=1",
                        "-show_entries",
                        "format_tags=" + name,
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.strip();
    }
}
