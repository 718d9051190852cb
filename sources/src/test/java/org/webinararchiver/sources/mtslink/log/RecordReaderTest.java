package org.webinararchiver.sources.mtslink.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    private final RecordReader reader = new RecordReader(MetadataLimits.STANDARD);
    private final List<JsonNode> entries = new ArrayList<>();

    @Test
    void theHeaderMayStandBeforeAndAfterTheLog() throws IOException {
        var header = read("""
                {"name":" A title ","extra":{"deep":[1,{"x":[]}]},"eventLogs":[{"id":1},null,[2]],
                 "duration":61.5,"createAt":"2026-09-22T12:22:20+0300","user":{"id":7}}""");
        assertThat(header.hasLog()).isTrue();
        assertThat(header.title()).contains("A title");
        assertThat(header.duration()).contains(Duration.ofMillis(61_500));
        assertThat(header.startedAt()).hasToString("Optional[2026-09-22T12:22:20+03:00]");
        assertThat(entries).hasToString("[{\"id\":1}, null, [2]]");
    }

    @Test
    void anEmptyLogIsALog() throws IOException {
        assertThat(read("{\"eventLogs\":[]}").hasLog()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"eventLogs\":null}", "{\"eventLogs\":{}}", "{\"eventLogs\":\"[]\"}"})
    void aDescriptionWithoutALogSaysSo(String json) throws IOException {
        assertThat(read(json).hasLog()).isFalse();
    }

    @Test
    void theCodeOfAnErrorIsRead() throws IOException {
        assertThat(read("{\"error\":{\"code\":403,\"message\":\"No\"}}").errorCode())
                .isEqualTo(OptionalInt.of(403));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "{}", "{\"code\":\"403\"}", "{\"code\":-1}", "{\"code\":1000}", "{\"code\":1e99}"})
    void anErrorWithoutASensibleCodeHasNone(String error) throws IOException {
        assertThat(read("{\"error\":" + error + "}").errorCode()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html></html>",
                "[]",
                "null",
                "{",
                "{\"eventLogs\":[",
                "{\"eventLogs\":[{\"id\":1}",
                "{\"eventLogs\":[{\"id\":1}]",
                "{\"eventLogs\":[{\"id\":1},]}",
                "{\"name\":"
            })
    void aBodyThatIsNotOneWholeObjectIsUnreadable(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(JsonProcessingException.class);
    }

    /** It was not the connection that broke. */
    @Test
    void whatLooksLikeUtf32AndIsNotIsUnreadable() {
        var body = new byte[] {'{', 0, 0, 0, '"', 'e', 'r', 'r'};
        assertThatThrownBy(() ->
                        new RecordReader(MetadataLimits.STANDARD).read(new ByteArrayInputStream(body), entry -> {}))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void nestingHasALimit() {
        var json = "{\"eventLogs\":[" + "[".repeat(200) + "]".repeat(200) + "]}";
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MetadataTooLarge.class)
                .hasMessageContaining("deeper than 200");
    }

    @Test
    void numbersThatAreNoneKeepNothingFromBeingRead() throws IOException {
        assertThat(read("{\"duration\":NaN,\"name\":\"Title\",\"eventLogs\":[NaN,-Infinity,{}]}"))
                .extracting(RecordHeader::title, RecordHeader::duration)
                .containsExactly(Optional.of("Title"), Optional.empty());
        assertThat(entries).hasSize(3);
    }

    @Test
    void oneEventMayNotFillTheMemoryByItsLength() {
        var event = "[\"" + "x".repeat(9 << 20) + "\",\"" + "x".repeat(9 << 20) + "\"]";
        assertThatThrownBy(() -> read("{\"eventLogs\":[" + event + "]}"))
                .isInstanceOf(MetadataTooLarge.class)
                .hasMessageContaining("bytes in one event");
    }

    @Test
    void oneEventMayNotFillTheMemoryByWhatItsTextBecomes() {
        var event = "[" + "{},".repeat(1 << 19) + "0]";
        assertThatThrownBy(() -> read("{\"eventLogs\":[" + event + "]}"))
                .isInstanceOf(MetadataTooLarge.class)
                .hasMessageContaining("values in one event");
    }

    @Test
    void aLargeEventIsRead() throws IOException {
        var entry = "{\"id\":1,\"url\":\"" + "x".repeat(500) + "\"},";
        read("{\"eventLogs\":[[" + entry.repeat(20_000) + "0]]}");
        assertThat(entries.getFirst()).hasSize(20_001);
    }

    @Test
    void theWholeMayNotBeLongerThanIsAllowed() {
        var small = new RecordReader(MetadataLimits.STANDARD.withBytes(10_000));
        var body = "{\"eventLogs\":[" + "{},".repeat(10_000) + "{}]}";
        assertThatThrownBy(
                        () -> small.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), entries::add))
                .isInstanceOf(MetadataTooLarge.class)
                .hasMessage("more than 10000 bytes");
    }

    @Test
    void whatIsSkippedMayBeLarge() throws IOException {
        var list = "[" + "0,".repeat(5 << 20) + "0]";
        assertThat(read("{\"other\":" + list + ",\"eventLogs\":[{}]}").hasLog()).isTrue();
    }

    @Test
    void anEventIsHandedOnBeforeTheNextIsFetched() throws IOException {
        var body = new EndlessLog(100_000);
        var seen = new AtomicLong();
        var furthestAhead = new AtomicLong();
        reader.read(body, entry -> {
            var handedOn = seen.incrementAndGet() * EndlessLog.ENTRY.length;
            furthestAhead.accumulateAndGet(body.given - handedOn, Math::max);
        });
        assertThat(seen).hasValue(100_000);
        assertThat(furthestAhead.get()).isLessThan(64 << 10);
    }

    private RecordHeader read(String json) throws IOException {
        return reader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), entries::add);
    }

    /** A log that is made while it is read. */
    private static final class EndlessLog extends InputStream {
        private static final byte[] HEAD = "{\"eventLogs\":[".getBytes(StandardCharsets.UTF_8);
        private static final byte[] ENTRY =
                "{\"module\":\"message.add\",\"relativeTime\":1.5,\"data\":{\"text\":\"Hello\"}},"
                        .getBytes(StandardCharsets.UTF_8);
        private static final byte[] TAIL = "{}]}".getBytes(StandardCharsets.UTF_8);
        private final int entries;
        private byte[] piece = HEAD;
        private int offset;
        private int pieces;
        private long given;

        EndlessLog(int entries) {
            this.entries = entries - 1;
        }

        @Override
        public int read() {
            if (offset == piece.length && !next()) {
                return -1;
            }
            given++;
            return piece[offset++] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int start, int length) {
            if (offset == piece.length && !next()) {
                return -1;
            }
            var copied = Math.min(length, piece.length - offset);
            System.arraycopy(piece, offset, buffer, start, copied);
            offset += copied;
            given += copied;
            return copied;
        }

        private boolean next() {
            if (pieces > entries) {
                return false;
            }
            piece = pieces == entries ? TAIL : ENTRY;
            pieces++;
            offset = 0;
            return true;
        }
    }
}
