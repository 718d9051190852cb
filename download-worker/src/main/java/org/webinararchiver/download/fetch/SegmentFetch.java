package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.webinararchiver.download.DownloadSettings.FileLimits;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * Fetches one segment in the way that suits its length and its origin.
 *
 * @param announced told the file's length in bytes as soon as it is known, at the latest when it is stored
 */
record SegmentFetch(
        RemoteFile remote,
        SegmentRequest request,
        Connections connections,
        LongConsumer announced,
        FileLimits limits,
        ObjectStore store,
        SmallFile small,
        LargeFile large) {

    /** All of a small file, or the first parts of a large one: not knowing the length costs no request more. */
    private static final ByteRange BEGINNING = ByteRange.of(0, SmallFile.MOST_BYTES);

    /** Fetches it from its beginning, or goes on with the upload that is under way. */
    Brought once() throws IOException, InterruptedException, OriginRests {
        var begun = request.upload().underWay();
        if (begun.isPresent()) {
            announced.accept(begun.get().length());
            return large.goOn(remote, request, begun.get(), connections);
        }
        try (var first = remote.beginning(BEGINNING, connections)) {
            var range = ContentRange.in(first.answer());
            return range.isPresent() ? inRanges(first, range.get()) : atOnce(first);
        }
    }

    private Brought inRanges(Exchange first, ContentRange told) throws IOException, InterruptedException, OriginRests {
        lengthIs(told.total(), first);
        var version = FileVersion.of(first.answer(), told.total());
        if (told.total() <= SmallFile.MOST_BYTES) {
            return small.fetch(remote, request, first, told.total(), version, connections);
        }
        if (version.isPresent()) {
            return large.begin(remote, request, first, told.range(), version.get(), connections);
        }
        // Ranges of what cannot be recognised might be of different files.
        first.done();
        first.close();
        try (var all = remote.whole(connections)) {
            return atOnce(all);
        }
    }

    /** All of the file is in one answer, whose rest cannot be asked for when it breaks. */
    private Brought atOnce(Exchange all) throws IOException, InterruptedException, OriginRests {
        var length = all.answer().length();
        if (length.isEmpty()) {
            var brought = small.fetchOfUnknownLength(request, all);
            announced.accept(brought.bytes());
            return brought;
        }
        lengthIs(length.getAsLong(), all);
        return length.getAsLong() <= SmallFile.MOST_BYTES
                ? small.fetch(remote, request, all, length.getAsLong(), Optional.empty(), connections)
                : streamed(all, length.getAsLong());
    }

    private Brought streamed(Exchange all, long length) throws IOException {
        try {
            var checked = Content.checked(all.body(), request.kind());
            var bytes = store.put(request.objectKey(), checked, length).size();
            all.done();
            return Brought.unseen(request.objectKey(), bytes);
        } catch (IOException e) {
            throw all.explained(e);
        }
    }

    private void lengthIs(long length, Exchange exchange) throws FileTooLarge {
        if (length > limits.mostBytes()) {
            exchange.done();
            throw new FileTooLarge(limits.mostBytes());
        }
        announced.accept(length);
    }
}
