package org.webinararchiver.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How every object store lists its objects. */
public abstract class ListingContract extends StoreUnderTest {
    @Test
    void twoAndAHalfThousandObjectsAreListedByKey() throws Exception {
        var expected = IntStream.range(0, 2_500)
                .mapToObj("recordings/r1/segments/%04d.mp4"::formatted)
                .toList();
        putAll(expected);
        putAll(List.of("recordings/r0/a", "recordings/r10/a", "recordings/r2/a"));

        assertThat(keys("recordings/r1/")).isEqualTo(expected);
        assertThat(keys("recordings/r1/segments/00")).hasSize(100);
        assertThat(keys("recordings/r1")).hasSize(2_501);
        assertThat(keys("")).hasSize(2_503);
        assertThat(keys("recordings/r3")).isEmpty();
        assertThat(keys("elsewhere/r1/")).isEmpty();
    }

    @Test
    void aListCanBeLeftEarly() throws Exception {
        putAll(List.of("a/1", "a/2", "b/1"));

        assertThat(store().list("").findFirst().orElseThrow().key()).isEqualTo("a/1");
    }

    @Test
    void keysAreListedInTheOrderOfTheirBytes() throws IOException {
        var sorted = List.of("a-b", "a.b", "a/B", "a/b", "a/b.c", "a0", "a=b", "a_b", "ab");
        for (var key : sorted.reversed()) {
            put(key, key);
        }

        assertThat(keys("a")).isEqualTo(sorted);
    }

    @Test
    void aListTellsWhatHeadTells() throws IOException {
        put("a/b", "picture");

        var listed = store().list("a/").toList();

        assertThat(listed).hasSize(1);
        var head = store().head("a/b").orElseThrow();
        assertThat(listed.getFirst().size()).isEqualTo(7);
        assertThat(listed.getFirst().etag()).isEqualTo(head.etag());
        assertThat(Duration.between(head.storedAt(), listed.getFirst().storedAt())
                        .abs())
                .isLessThan(Duration.ofSeconds(1));
    }
}
