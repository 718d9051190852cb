package org.webinararchiver.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every object store takes an object in parts. */
public abstract class MultipartContract extends ListingContract {
    @Test
    void partsBecomeOneObjectInTheOrderOfTheirNumbers() throws IOException {
        var uploads = store().multipart();
        int part = MultipartUploads.SMALLEST_PART;
        var upload = uploads.start("films/long.mp4");

        var last = uploads.put(upload, 7, new PatternBytes(2L * part, 10), 10);
        var first = uploads.put(upload, 1, new PatternBytes(0, part), part);
        var second = uploads.put(upload, 2, new PatternBytes(part, part), part);
        assertThat(keys("")).isEmpty();
        var stored = uploads.complete(upload, List.of(first, second, last));

        assertThat(stored.size()).isEqualTo(2L * part + 10);
        assertPattern(store().get("films/long.mp4"), 0, 2L * part + 10);
        assertThat(store().head("films/long.mp4").orElseThrow().etag()).isEqualTo(stored.etag());
    }

    @Test
    void anotherProcessContinuesAnUpload() throws IOException {
        var uploads = store().multipart();
        var started = uploads.start("films/1.mp4");

        var same = new MultipartUpload("films/1.mp4", started.id());
        var part = uploads.put(same, 1, stream("film"), 4);
        uploads.complete(same, List.of(new UploadedPart(1, part.etag())));

        assertThat(text("films/1.mp4")).isEqualTo("film");
    }

    @Test
    void aPartStoredAgainReplacesTheEarlierOne() throws IOException {
        var uploads = store().multipart();
        var upload = uploads.start("films/1.mp4");
        uploads.put(upload, 1, stream("old!"), 4);

        var again = uploads.put(upload, 1, stream("film"), 4);
        uploads.complete(upload, List.of(again));

        assertThat(text("films/1.mp4")).isEqualTo("film");
    }

    @Test
    void anAbortedUploadLeavesWhatWasThere() throws IOException {
        put("films/1.mp4", "earlier");
        var uploads = store().multipart();
        var upload = uploads.start("films/1.mp4");
        var part = uploads.put(upload, 1, stream("film"), 4);

        uploads.abort(upload);
        uploads.abort(upload);

        assertThat(text("films/1.mp4")).isEqualTo("earlier");
        assertThatExceptionOfType(NoSuchUpload.class).isThrownBy(() -> uploads.complete(upload, List.of(part)));
    }

    @Test
    void abortingACompletedUploadKeepsTheObject() throws IOException {
        var uploads = store().multipart();
        var upload = uploads.start("films/1.mp4");
        var part = uploads.put(upload, 1, stream("film"), 4);
        uploads.complete(upload, List.of(part));

        uploads.abort(upload);

        assertThat(text("films/1.mp4")).isEqualTo("film");
    }

    @Test
    void anUploadThatNobodyStartedIsNotFound() {
        var uploads = store().multipart();
        var unknown = new MultipartUpload("films/1.mp4", "4b2f6f4e-8f5f-4f41-9f9f-0c7f3f1f2f3f");

        assertThatExceptionOfType(NoSuchUpload.class)
                .isThrownBy(() -> uploads.complete(unknown, List.of(new UploadedPart(1, "0cc175b9c0f1b6a8"))));
    }

    @Test
    void partsThatAreNotStoredAsListedAreRefused() throws IOException {
        var uploads = store().multipart();
        var upload = uploads.start("films/1.mp4");
        var part = uploads.put(upload, 1, stream("film"), 4);
        var never = new UploadedPart(2, part.etag());

        assertThatExceptionOfType(UnusableParts.class).isThrownBy(() -> uploads.complete(upload, List.of()));
        assertThatExceptionOfType(UnusableParts.class).isThrownBy(() -> uploads.complete(upload, List.of(never)));
        assertThatExceptionOfType(UnusableParts.class).isThrownBy(() -> uploads.complete(upload, List.of(part, part)));
        assertThat(keys("")).isEmpty();
        uploads.abort(upload);
    }

    @Test
    void onlyTheLastPartMayBeSmall() throws IOException {
        var uploads = store().multipart();
        var upload = uploads.start("films/1.mp4");
        int small = MultipartUploads.SMALLEST_PART - 1;
        var first = uploads.put(upload, 1, new PatternBytes(small), small);
        var second = uploads.put(upload, 2, stream("film"), 4);

        assertThatExceptionOfType(UnusableParts.class)
                .isThrownBy(() -> uploads.complete(upload, List.of(first, second)));
        assertThat(keys("")).isEmpty();
        uploads.abort(upload);
    }

    @Test
    void aPartOfAnotherLengthIsNotStored() throws IOException {
        var uploads = store().multipart();
        var upload = uploads.start("films/1.mp4");
        var reset = new IOException("connection reset");

        assertThatExceptionOfType(WrongLength.class).isThrownBy(() -> uploads.put(upload, 1, stream("film"), 5));
        assertThatExceptionOfType(WrongLength.class).isThrownBy(() -> uploads.put(upload, 1, stream("film"), 3));
        assertThatThrownBy(() -> uploads.put(upload, 1, new BreakingStream(3, reset), 4))
                .isSameAs(reset);
        assertThatIllegalArgumentException().isThrownBy(() -> uploads.put(upload, 0, stream("film"), 4));
        assertThatIllegalArgumentException().isThrownBy(() -> uploads.put(upload, 10_001, stream("film"), 4));
        assertThatIllegalArgumentException().isThrownBy(() -> uploads.put(upload, 1, stream(""), 0));
        uploads.abort(upload);
    }
}
