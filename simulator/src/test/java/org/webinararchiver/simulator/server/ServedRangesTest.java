package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a file. */
class ServedRangesTest extends SimulatorUnderTest {
    @Test
    void aPartOfAFileIsSentAsAsked() throws Exception {
        for (var range : List.of(
                new ByteRange.Part(0, 0), new ByteRange.Part(1, SIZE - 2), new ByteRange.Part(SIZE - 1, SIZE - 1))) {
            var answer = getWith(file(), "Range", "bytes=%d-%d".formatted(range.first(), range.last()));
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.headers().firstValue("Content-Range"))
                    .contains("bytes %d-%d/%d".formatted(range.first(), range.last(), SIZE));
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes, (int) range.first(), (int) range.last() + 1));
        }
    }

    @Test
    void aRangeBeyondTheEndIsRefusedWithTheFilesSize() throws Exception {
        var answer = getWith(file(), "Range", "bytes=" + SIZE + "-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */" + SIZE);
    }

    @Test
    void aHeadRequestTellsTheLengthAndSendsNothing() throws Exception {
        var request = HttpRequest.newBuilder(file()).HEAD().build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
        assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aRangeOfAnotherVersionIsAnsweredWithTheWholeFile() throws Exception {
        var tag = get(file()).headers().firstValue("ETag").orElseThrow();
        assertThat(rangeIf(tag).statusCode()).isEqualTo(206);
        assertThat(rangeIf("\"other\"").statusCode()).isEqualTo(200);
    }
}
