package org.webinararchiver.platform.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where segments, chunks and finished files are kept. An object is seen whole or not at all, and is durable when the
 * call that stores it returns; the last of several writers of one key wins. All methods may be called from many
 * threads.
 *
 * <p>Keys follow the rules of {@link ObjectKey}; another one is an {@link IllegalArgumentException}. For the sake of
 * stores that keep objects as files, an object's key is never the directory of another's ({@code a} and {@code a/b}),
 * and keys never differ only in upper and lower case.
 *
 * <p>Every method throws an {@link ObjectStoreException} that says what kind of trouble there is, or the plain
 * {@link IOException} of a disk or of the caller's own stream.
 */
public interface ObjectStore extends Closeable {

    /**
     * Stores an object, in place of the one that has the key now. The caller closes the stream; an exception of the
     * stream itself is passed on as it is.
     *
     * @param length in bytes, zero or more
     * @throws WrongLength when the stream has fewer or more bytes; what was stored before is still there
     */
    StoredObject put(String key, InputStream bytes, long length) throws IOException;

    /**
     * Opens a whole object. The caller closes it.
     *
     * @throws NoSuchObject when there is none
     */
    InputStream get(String key) throws IOException;

    /**
     * Opens a part of an object. The caller closes it.
     *
     * @param offset of the first byte, zero or more
     * @param length in bytes, one or more
     * @throws NoSuchObject when there is none
     * @throws RangeOutsideObject when the object ends before the range does
     */
    InputStream get(String key, long offset, long length) throws IOException;

    /** What is known of an object, or empty when there is none. */
    Optional<StoredObject> head(String key) throws IOException;

    /**
     * The objects whose keys begin like this, by key in ascending order of its bytes, fetched while the stream is
     * consumed. Nothing has to be closed. Objects that come or go meanwhile may or may not be seen.
     *
     * @param prefix any beginning, not only whole components; empty for all objects
     * @throws UncheckedIOException from the stream's operations, when the store fails
     */
    Stream<StoredObject> list(String prefix);

    /** Removes an object. One that is not there is no error. */
    void delete(String key) throws IOException;

    /** Storing an object in parts. */
    MultipartUploads multipart();

    /** Stores the bytes of a file. The file stays the caller's. */
    default StoredObject upload(String key, Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return put(key, bytes, Files.size(file));
        }
    }

    /**
     * Stores the bytes of a file of which nobody has any further use: it is gone afterwards. Costs less than
     * {@link #upload}.
     *
     * @param file to which nobody writes any more; after a failure it may or may not be there
     */
    default StoredObject take(String key, Path file) throws IOException {
        var stored = upload(key, file);
        Files.delete(file);
        return stored;
    }

    /**
     * Brings an object into a file, in place of the one that is there. <b>The file may share its bytes with the store:
     * read it, move it, delete it, but never write to it.</b>
     *
     * @param target in a directory that exists; after a failure it is as it was
     * @throws NoSuchObject when there is no such object
     */
    default void download(String key, Path target) throws IOException {
        var whole = target.toAbsolutePath();
        var partial = Files.createTempFile(whole.getParent(), ".download-", ".part");
        try (var bytes = get(key)) {
            Files.copy(bytes, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * An address at which anybody can get the object from the store itself for a while; empty when the store is not
     * reached from outside.
     *
     * @param how how the store presents the object to whoever comes
     */
    default Optional<URI> publicAddress(String key, PublicDownload how) throws IOException {
        return Optional.empty();
    }

    /** Refuses a range that no object can have. */
    static void requireRange(long offset, long length) {
        if (offset < 0 || length < 1 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException("not a range: " + length + " bytes from byte " + offset);
        }
    }
}
