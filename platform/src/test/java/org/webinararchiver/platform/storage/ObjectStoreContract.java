package org.webinararchiver.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store does. Each test finds the store without objects. */
public abstract class ObjectStoreContract extends MultipartContract {
    private static final long TWENTY_MEGABYTES = 20_000_000;

    @TempDir
    Path scratch;

    @Test
    void anObjectIsReadAsItWasStored() throws IOException {
        var before = Instant.now();

        var stored = put("recordings/r1/slide.png", "picture");

        assertThat(text("recordings/r1/slide.png")).isEqualTo("picture");
        assertThat(stored.key()).isEqualTo("recordings/r1/slide.png");
        assertThat(stored.size()).isEqualTo(7);
        assertThat(stored.etag()).isNotBlank();
        assertThat(stored.storedAt())
                .isBetween(before.minus(Duration.ofMinutes(1)), before.plus(Duration.ofMinutes(5)));
    }

    @Test
    void headTellsWhatPutTold() throws IOException {
        var stored = put("recordings/r1/slide.png", "picture");

        var head = store().head("recordings/r1/slide.png").orElseThrow();

        assertThat(head.key()).isEqualTo(stored.key());
        assertThat(head.size()).isEqualTo(stored.size());
        assertThat(head.etag()).isEqualTo(stored.etag());
    }

    @Test
    void anObjectStoredAgainReplacesTheEarlierOne() throws IOException {
        var first = put("a/b", "a long first version");

        var second = put("a/b", "second");

        assertThat(text("a/b")).isEqualTo("second");
        assertThat(second.etag()).isNotEqualTo(first.etag());
        assertThat(keys("")).containsExactly("a/b");
    }

    @Test
    void anObjectMayBeEmpty() throws IOException {
        var stored = put("empty", "");

        assertThat(stored.size()).isZero();
        assertThat(text("empty")).isEmpty();
        assertThat(store().head("empty").orElseThrow().size()).isZero();
    }

    @Test
    void anObjectOf20MegabytesIsStreamed() throws IOException {
        var stored = store().put("large", new PatternBytes(TWENTY_MEGABYTES), TWENTY_MEGABYTES);

        assertThat(stored.size()).isEqualTo(TWENTY_MEGABYTES);
        assertPattern(store().get("large"), 0, TWENTY_MEGABYTES);
        assertThat(store().head("large").orElseThrow().etag()).isEqualTo(stored.etag());
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,1000", "999,1", "1,998", "500,500"})
    void aRangeHoldsExactlyItsBytes(long offset, long length) throws IOException {
        store().put("ranges", new PatternBytes(1000), 1000);

        assertPattern(store().get("ranges", offset, length), offset, length);
    }

    @ParameterizedTest
    @CsvSource({"0,1001", "999,2", "1000,1", "5000,10"})
    void aRangeThatLeavesTheObjectIsRefused(long offset, long length) throws IOException {
        store().put("ranges", new PatternBytes(1000), 1000);

        assertThatExceptionOfType(RangeOutsideObject.class).isThrownBy(() -> store().get("ranges", offset, length));
    }

    @Test
    void anEmptyObjectHasNoRange() throws IOException {
        put("empty", "");

        assertThatExceptionOfType(RangeOutsideObject.class).isThrownBy(() -> store().get("empty", 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"-1,1", "0,0", "0,-1", "9223372036854775807,1"})
    void whatIsNoRangeIsRefused(long offset, long length) {
        assertThatIllegalArgumentException().isThrownBy(() -> store().get("any", offset, length));
    }

    @Test
    void whatIsNotStoredIsNotFound() throws IOException {
        put("a/b", "x");

        assertThat(store().head("a/c")).isEmpty();
        assertThat(store().head("a")).isEmpty();
        assertThatExceptionOfType(NoSuchObject.class).isThrownBy(() -> store().get("a/c"));
        assertThatExceptionOfType(NoSuchObject.class).isThrownBy(() -> store().get("a/c", 0, 1));
        assertThatExceptionOfType(NoSuchObject.class).isThrownBy(() -> store().get("a/b/c"));
        assertThatExceptionOfType(NoSuchObject.class)
                .isThrownBy(() -> store().download("a/c", scratch.resolve("file")));
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aDeletedObjectIsGoneAndDeletingItAgainIsNoError() throws IOException {
        put("a/b", "x");
        put("a/c", "y");

        store().delete("a/b");
        store().delete("a/b");

        assertThat(store().head("a/b")).isEmpty();
        assertThat(keys("")).containsExactly("a/c");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 20_000_000})
    void aStreamThatEndsEarlyLeavesWhatWasThere(long bytes) throws IOException {
        put("a", "earlier");

        assertThatExceptionOfType(WrongLength.class)
                .isThrownBy(() -> store().put("a", new PatternBytes(bytes), bytes + 1));
        assertThatExceptionOfType(WrongLength.class)
                .isThrownBy(() -> store().put("b", new PatternBytes(bytes), bytes + 1));

        assertThat(text("a")).isEqualTo("earlier");
        assertThat(keys("")).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 20_000_000})
    void aStreamThatIsTooLongLeavesWhatWasThere(long bytes) throws IOException {
        put("a", "earlier");

        assertThatExceptionOfType(WrongLength.class)
                .isThrownBy(() -> store().put("a", new PatternBytes(bytes + 1), bytes));

        assertThat(text("a")).isEqualTo("earlier");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 17_000_000})
    void anErrorOfTheStreamIsPassedOnAndNothingIsStored(long good) {
        var reset = new IOException("connection reset");

        assertThatThrownBy(() -> store().put("a", new BreakingStream(good, reset), TWENTY_MEGABYTES))
                .isSameAs(reset);

        assertThat(keys("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../../b", "a b"})
    void whatIsNoKeyIsRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> put(key, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> store().get(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store().get(key, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store().head(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store().delete(key));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().multipart().start(key));
    }

    @Test
    void everyCharacterOfKeysIsKept() throws IOException {
        var key = "AZ/az/09/a.b_c=d-e/.f/" + "x".repeat(200);

        put(key, "x");

        assertThat(keys("AZ/az/")).containsExactly(key);
        assertThat(text(key)).isEqualTo("x");
    }

    @Test
    void ofSeveralWritersOfOneKeyOneWins() throws Exception {
        int size = 300_000;
        var writers = IntStream.range(0, 8)
                .mapToObj(version -> (Callable<StoredObject>)
                        () -> store().put("raced/key", new ByteArrayInputStream(filled(size, version)), size))
                .toList();
        try (var threads = Executors.newFixedThreadPool(writers.size())) {
            for (var writer : threads.invokeAll(writers)) {
                assertThat(writer.get().size()).isEqualTo(size);
            }
        }

        try (var bytes = store().get("raced/key")) {
            var won = bytes.readAllBytes();
            assertThat(won).isEqualTo(filled(size, won[0]));
        }
        assertThat(keys("")).containsExactly("raced/key");
    }

    @Test
    void aFileIsStoredAndBroughtBack() throws IOException {
        var file = Files.writeString(scratch.resolve("made.mp4"), "film");
        var target = Files.writeString(scratch.resolve("fetched.mp4"), "something older");

        assertThat(store().upload("films/1.mp4", file).size()).isEqualTo(4);
        store().download("films/1.mp4", target);
        store().download("films/1.mp4", target);

        assertThat(target).hasContent("film");
        try (var left = Files.list(scratch)) {
            assertThat(left).containsExactlyInAnyOrder(file, target);
        }
    }

    @Test
    void aStoredFileMayBeChangedAfterwards() throws IOException {
        var file = Files.writeString(scratch.resolve("made.mp4"), "film");
        store().upload("films/1.mp4", file);

        Files.writeString(file, "else");

        assertThat(text("films/1.mp4")).isEqualTo("film");
    }

    @Test
    void aFileThatIsTakenBecomesTheObjectAndIsGone() throws IOException {
        put("films/1.mp4", "something older");
        var file = Files.writeString(scratch.resolve("made.mp4"), "film");

        assertThat(store().take("films/1.mp4", file).size()).isEqualTo(4);

        assertThat(text("films/1.mp4")).isEqualTo("film");
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aLinkThatIsTakenLeavesItsTargetAlone() throws IOException {
        var target = Files.writeString(scratch.resolve("target.mp4"), "film");
        var link = Files.createSymbolicLink(scratch.resolve("link.mp4"), target);

        store().take("films/1.mp4", link);

        assertThat(text("films/1.mp4")).isEqualTo("film");
        assertThat(link).doesNotExist();
        assertThat(target).hasContent("film");
    }

    @Test
    void aBroughtFileOutlivesItsObject() throws IOException {
        var target = scratch.resolve("fetched.mp4");
        put("films/1.mp4", "film");
        store().download("films/1.mp4", target);

        put("films/1.mp4", "other");
        store().delete("films/1.mp4");

        assertThat(target).hasContent("film");
    }
}
