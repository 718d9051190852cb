package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that break off or boast, and files that only look as if they were whole. */
class DamagedBodiesTest extends SimulatorUnderTest {
    @Test
    void aTruncatedFileBreaksOffHalfWayAndIsWholeTheNextTime() throws Exception {
        simulator.disturb(take, new Fault.TruncatedOnce());
        var received = new ByteArrayOutputStream();
        var collector = HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(received::writeBytes));
        assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(file()).build(), collector))
                .isInstanceOf(IOException.class);
        assertThat(received.toByteArray()).isEqualTo(Arrays.copyOf(bytes, SIZE / 2));
        assertThat(get(file()).body()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource(Spoilage.class)
    void aSpoiltFileLooksAsIfItWereWholeUntilItIsServedWell(Spoilage how) throws Exception {
        simulator.disturb(take, new Fault.Spoilt(1, how));
        var spoilt = get(file());
        assertThat(spoilt.statusCode()).isEqualTo(200);
        assertThat(spoilt.body()).isEqualTo(how.of(bytes)).isNotEqualTo(bytes);
        assertThat(spoilt.headers().firstValueAsLong("content-length")).hasValue(spoilt.body().length);
        var whole = get(file());
        assertThat(whole.body()).isEqualTo(bytes);
        assertThat(whole.headers().firstValue("etag"))
                .isNotEqualTo(spoilt.headers().firstValue("etag"));
    }

    @Test
    void aSpoiltFileIsSpoiltInItsRangesToo() throws Exception {
        simulator.disturb(take, Fault.Spoilt.forEver(Spoilage.CUT_OFF));
        var part = getWith(file(), "Range", "bytes=50-");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 50, SIZE / 2));
    }

    @Test
    void aFileThatBoastsEndsBeforeWhatItAnnouncedAndIsAnotherOneThanTheTrueOne() throws Exception {
        simulator.disturb(take, new Fault.BoastsFirst(1));
        var received = new ByteArrayOutputStream();
        var headers = new AtomicReference<HttpHeaders>();
        var request = HttpRequest.newBuilder(file()).header("Range", "bytes=0-9999999");
        assertThatThrownBy(() -> client.send(request.build(), info -> {
                    headers.set(info.headers());
                    return HttpResponse.BodySubscribers.ofByteArrayConsumer(
                            part -> part.ifPresent(received::writeBytes));
                }))
                .isInstanceOf(IOException.class);
        assertThat(headers.get().firstValue("Content-Range")).contains("bytes 0-9999999/20000000");
        assertThat(headers.get().firstValue("Content-Length")).contains("10000000");
        assertThat(received.toByteArray()).isEqualTo(bytes);
        assertThat(rangeIf(headers.get().firstValue("ETag").orElseThrow()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBombIsSmallUntilItIsUnpacked() throws Exception {
        simulator.disturb(demo, new Fault.BombsFirst(1));
        var bomb = get(metadataOf(demo));
        assertThat(bomb.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(bomb.body()).hasSizeLessThan(200_000);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bomb.body()))) {
            assertThat(unpacked.transferTo(OutputStream.nullOutputStream())).isEqualTo(100_000_000);
        }
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
    }
}
