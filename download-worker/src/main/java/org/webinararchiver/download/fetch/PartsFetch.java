package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.commons.io.input.BoundedInputStream;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.storage.AnnouncedBytes;
import org.webinararchiver.platform.storage.MultipartUploads;
import org.webinararchiver.platform.storage.UploadedPart;
import org.webinararchiver.platform.upload.Upload;

/** Brings the missing parts of one upload into the store, and writes each down as soon as it is there. Used once. */
final class PartsFetch {
    /** Requests for one part within an attempt. */
    private static final int TRIES = 5;

    private final RemoteFile remote;
    private final Upload upload;
    private final UploadNotes notes;
    private final MultipartUploads uploads;
    private final FileVersion version;
    private final Parts parts;
    private final Map<Integer, UploadedPart> stored = new ConcurrentSkipListMap<>();
    private final Queue<Integer> missing = new ConcurrentLinkedQueue<>();

    PartsFetch(RemoteFile remote, Upload upload, UploadNotes notes, MultipartUploads uploads) {
        this.remote = remote;
        this.upload = upload;
        this.notes = notes;
        this.uploads = uploads;
        this.version = new FileVersion(upload.validator(), upload.length());
        this.parts = new Parts(upload.length(), upload.partLength());
        upload.parts().forEach(part -> stored.put(part.number(), part));
        parts.numbers().filter(number -> !stored.containsKey(number)).forEach(missing::add);
    }

    /** All parts, when nothing failed. */
    List<UploadedPart> stored() {
        return List.copyOf(stored.values());
    }

    /** Whether there are more parts than in the beginning. */
    boolean hasBroughtSome() {
        return stored.size() > upload.parts().size();
    }

    /** Stores the parts that an answer holds whole, as far as it comes; what is left of them stays missing. */
    void takeFrom(Exchange answer, InputStream body, ByteRange range) throws IOException {
        var announced = new AnnouncedBytes(body, upload.place().key(), range.length());
        try (answer) {
            for (var number : heldBy(range)) {
                var part = parts.range(number);
                var bytes = part.last() == range.last() ? announced : portion(announced, part.length());
                put(number, answer, bytes, part.length());
                missing.remove(number);
            }
            answer.done();
        } catch (IOException e) {
            if (!FetchFailure.mayPassAtOnce(e)) {
                throw e;
            }
        }
    }

    /** The parts at the beginning of the file that lie in this range, which begins there too. */
    private List<Integer> heldBy(ByteRange range) {
        return parts.numbers()
                .takeWhile(number -> range.contains(parts.range(number)))
                .boxed()
                .toList();
    }

    private static InputStream portion(InputStream all, long length) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(all)
                .setMaxCount(length)
                .setPropagateClose(false)
                .get();
    }

    /**
     * Fetches what is missing, several parts side by side. When one fails no other is begun, but what is under way is
     * brought to its end.
     *
     * @param own connections of the caller, who uses them for nothing else meanwhile
     */
    void fetchTheRest(Connections own, int sideBySide) throws IOException, InterruptedException, OriginRests {
        try {
            SideBySide.run(
                    Math.clamp(missing.size(), 1, sideBySide), thread -> fetchAll(thread == 0 ? own : own.more()));
        } finally {
            missing.clear();
        }
    }

    /** The connections are given back whatever happens, for the others wait for them. */
    private void fetchAll(Connections connections) throws IOException, InterruptedException, OriginRests {
        try (connections) {
            for (var number = missing.poll(); number != null; number = missing.poll()) {
                fetch(number, connections);
            }
        } catch (IOException | InterruptedException | OriginRests | RuntimeException e) {
            missing.clear();
            throw e;
        }
    }

    private void fetch(int number, Connections connections) throws IOException, InterruptedException, OriginRests {
        for (int tries = 1; true; tries++) {
            try {
                fetchOnce(number, connections);
                return;
            } catch (IOException e) {
                if (tries == TRIES || !FetchFailure.mayPassAtOnce(e)) {
                    throw e;
                }
            }
        }
    }

    private void fetchOnce(int number, Connections connections) throws IOException, InterruptedException, OriginRests {
        var range = parts.range(number);
        try (var answer = remote.range(range, version, connections)) {
            put(number, answer, answer.body(), range.length());
            answer.done();
        }
    }

    /** A part is stored whole or not at all, and written down only when it is. */
    private void put(int number, Exchange answer, InputStream bytes, long length) throws IOException {
        try {
            var part = uploads.put(upload.place(), number, bytes, length);
            notes.stored(upload, part);
            stored.put(number, part);
        } catch (IOException e) {
            throw answer.explained(e);
        }
    }
}
