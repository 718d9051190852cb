package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.download.SmallMp4;

/** A small file is looked into while it lies on the worker's own disk: of the store nothing is asked but to keep it. */
class LookBeforeStoringTest extends FetcherUnderTest {
    private static final byte[] MEDIA = SmallMp4.fastStart(new byte[10_000]);

    private MeteredStore metered;

    @BeforeEach
    void meter() {
        metered = new MeteredStore(store);
    }

    @ParameterizedTest(name = "a length is told: {0}")
    @ValueSource(booleans = {true, false})
    void aWholeFileIsStoredAndNothingElseIsAskedOfTheStore(boolean lengthIsTold) throws Exception {
        assertThat(fetched(MEDIA, lengthIsTold)).isInstanceOfSatisfying(FetchOutcome.Stored.class, stored -> {
            assertThat(stored.bytes()).isEqualTo(MEDIA.length);
            assertThat(stored.media()).isPresent();
        });
        assertThat(metered.stored()).isOne();
        assertThat(metered.requests()).isZero();
        assertThat(store.get(KEY)).hasBinaryContent(MEDIA);
    }

    @ParameterizedTest(name = "a length is told: {0}")
    @ValueSource(booleans = {true, false})
    void aFileOfNoUseIsNeverStored(boolean lengthIsTold) throws Exception {
        assertThat(fetched(new byte[1000], lengthIsTold))
                .isInstanceOfSatisfying(
                        FetchOutcome.Damaged.class,
                        damaged -> assertThat(damaged.usable()).isEmpty());
        assertThat(metered.stored()).isZero();
        assertThat(metered.requests()).isZero();
    }

    @Test
    void whatCanBeUsedOfADamagedFileIsStored() throws Exception {
        var cutOff = Arrays.copyOf(MEDIA, MEDIA.length - 1);
        assertThat(fetched(cutOff, true))
                .isInstanceOfSatisfying(
                        FetchOutcome.Damaged.class,
                        damaged -> assertThat(damaged.usable()).isPresent());
        assertThat(store.get(KEY)).hasBinaryContent(cutOff);
    }

    private FetchOutcome fetched(byte[] file, boolean lengthIsTold) {
        var headers = lengthIsTold ? Map.of("content-length", Integer.toString(file.length)) : Map.<String, String>of();
        return fetch(fetcher(answering(200, headers, file), metered, Limits.WIDE), request(WantedFile.Kind.MEDIA));
    }
}
