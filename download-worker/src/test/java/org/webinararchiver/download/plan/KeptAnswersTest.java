package org.webinararchiver.download.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;

class KeptAnswersTest {
    private static final WebRequest REQUEST = WebRequest.to(URI.create("https://platform.example/"));

    @TempDir
    Path folder;

    private final Deque<WebAnswer> answers = new ArrayDeque<>();

    @Test
    void whatIsReadIsKeptByteForByte() throws IOException {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        answers.add(answer(200, new ByteArrayInputStream(bytes)));
        var kept = new KeptAnswers(request -> answers.remove(), folder);
        try (var answer = kept.get(REQUEST)) {
            var body = answer.body();
            assertThat(body.read()).isEqualTo(bytes[0] & 0xff);
            assertThat(body.skip(100)).isZero();
            assertThat(body.markSupported()).isFalse();
            assertThat(body.readAllBytes()).hasSize(bytes.length - 1);
        }
        assertThat(kept.files()).hasSize(1);
        assertThat(unpacked(kept.files().getFirst())).isEqualTo(bytes);
    }

    @Test
    void eachAnswerIsAFileInTheOrderInWhichTheyCame() throws IOException {
        answers.add(answer(200, stream("first")));
        answers.add(answer(403, stream("no")));
        answers.add(answer(200, stream("second")));
        var kept = new KeptAnswers(request -> answers.remove(), folder);
        for (var expected : new String[] {"first", "no", "second"}) {
            try (var answer = kept.get(REQUEST)) {
                assertThat(answer.body().readAllBytes()).asString().isEqualTo(expected);
            }
        }
        assertThat(kept.files())
                .extracting(file -> new String(unpacked(file), StandardCharsets.UTF_8))
                .containsExactly("first", "second");
    }

    @Test
    void whatBreaksOffIsNotKept() throws IOException {
        answers.add(answer(200, new SequenceInputStream(stream("half"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int most) throws IOException {
                return read();
            }
        })));
        var kept = new KeptAnswers(request -> answers.remove(), folder);
        try (var answer = kept.get(REQUEST)) {
            assertThatThrownBy(() -> answer.body().readAllBytes()).hasMessage("reset");
        }
        assertThat(kept.files()).isEmpty();
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (var bytes = new GZIPInputStream(Files.newInputStream(file))) {
            return bytes.readAllBytes();
        }
    }

    private static WebAnswer answer(int status, InputStream body) {
        return new WebAnswer(status, Map.of(), body);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
