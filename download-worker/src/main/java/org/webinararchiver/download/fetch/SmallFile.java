package org.webinararchiver.download.fetch;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.input.BoundedInputStream;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.scratch.ScratchFile;
import org.webinararchiver.platform.storage.AnnouncedBytes;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.ObjectStoreException;

/**
 * Fetches a file into the worker's own scratch, where it goes on after a break, looks into it there, and puts it into
 * the store unless it is of no use.
 */
final class SmallFile {
    /** Bytes of a file that is not too large for this. */
    static final long MOST_BYTES = 16 * 1024 * 1024;

    /** Requests for one file within an attempt. */
    private static final int TRIES = 5;

    /** What comes from the network comes in pieces of 8 KB, and each write costs a system call. */
    private static final int WRITTEN_AT_ONCE = 128 * 1024;

    private final ObjectStore store;
    private final Scratch scratch;
    private final BodyStore bodies;

    SmallFile(ObjectStore store, Scratch scratch) {
        this.store = store;
        this.scratch = scratch;
        this.bodies = new BodyStore(store);
    }

    /**
     * Fetches a file of known length.
     *
     * @param first the answer that holds it all, unless it breaks
     * @param version by which the rest can be asked for when it does; empty when it cannot
     */
    Brought fetch(
            RemoteFile remote,
            SegmentRequest request,
            Exchange first,
            long length,
            Optional<FileVersion> version,
            Connections connections)
            throws IOException, InterruptedException, OriginRests {
        try (var file = open()) {
            fill(file.path(), remote, first, length, version, connections);
            return put(request, file.path());
        }
    }

    private static void fill(
            Path file,
            RemoteFile remote,
            Exchange first,
            long length,
            Optional<FileVersion> version,
            Connections connections)
            throws IOException, InterruptedException, OriginRests {
        for (int tries = 1; true; tries++) {
            long begun = tries == 1 ? 0 : Files.size(file);
            try (var exchange = tries == 1
                    ? first
                    : remote.range(ByteRange.of(begun, length - begun), version.orElseThrow(), connections)) {
                append(file, exchange, length - begun);
                return;
            } catch (IOException e) {
                if (tries == TRIES || version.isEmpty() || !isBegun(file, length) || !FetchFailure.mayPassAtOnce(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isBegun(Path file, long length) throws IOException {
        long bytes = Files.exists(file) ? Files.size(file) : 0;
        return 0 < bytes && bytes < length;
    }

    private static void append(Path file, Exchange exchange, long length) throws IOException {
        try (var target = new BufferedOutputStream(Files.newOutputStream(file, CREATE, APPEND), WRITTEN_AT_ONCE)) {
            new AnnouncedBytes(exchange.body(), file.getFileName().toString(), length).transferTo(target);
        } catch (IOException e) {
            throw exchange.explained(e);
        }
        exchange.done();
    }

    /** Fetches a file that does not tell its length, and may turn out to be a large one. */
    Brought fetchOfUnknownLength(SegmentRequest request, Exchange exchange) throws IOException {
        try (var scratchFile = open()) {
            var file = scratchFile.path();
            try (var beginning = BoundedInputStream.builder()
                    .setInputStream(exchange.body())
                    .setMaxCount(MOST_BYTES + 1)
                    .setPropagateClose(false)
                    .get()) {
                Files.copy(beginning, file);
            } catch (IOException e) {
                throw exchange.explained(e);
            }
            if (Files.size(file) <= MOST_BYTES) {
                exchange.done();
                return put(request, file);
            }
            return putInParts(request, exchange, file);
        }
    }

    private Brought putInParts(SegmentRequest request, Exchange exchange, Path beginning) throws IOException {
        try (var begun = Files.newInputStream(beginning)) {
            var all = new SequenceInputStream(begun, exchange.body());
            long bytes = bodies.store(request.objectKey(), Content.checked(all, request.kind()));
            return Brought.unseen(request.objectKey(), bytes);
        } catch (IOException e) {
            throw exchange.explained(e);
        }
    }

    private ScratchFile open() throws NotKept {
        try {
            return scratch.file("fetch");
        } catch (IOException e) {
            throw new NotKept(e);
        }
    }

    private Brought put(SegmentRequest request, Path file) throws IOException {
        Content.check(file, request.kind());
        try {
            var brought = new Brought(request.objectKey(), Files.size(file), look(request, file));
            if (!brought.isUseless()) {
                store.take(request.objectKey(), file);
            }
            return brought;
        } catch (ObjectStoreException e) {
            throw e;
        } catch (IOException e) {
            throw new NotKept(e);
        }
    }

    private static Optional<Finding> look(SegmentRequest request, Path file) throws IOException {
        if (!StoredCheck.looksInto(request.kind())) {
            return Optional.empty();
        }
        try (var channel = Files.newByteChannel(file)) {
            return Optional.of(MediaCheck.look(channel));
        }
    }
}
