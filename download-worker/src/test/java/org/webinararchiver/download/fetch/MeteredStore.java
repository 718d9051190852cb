package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.platform.storage.MultipartUploads;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;

/** A store that counts what it is asked for. For one thread; stays open. */
final class MeteredStore implements ObjectStore {
    private final ObjectStore store;
    private int requests;
    private long bytes;
    private int stored;

    MeteredStore(ObjectStore store) {
        this.store = store;
    }

    /** Whatever was asked, but to be stored. */
    int requests() {
        return requests;
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes;
    }

    int stored() {
        return stored;
    }

    @Override
    public InputStream get(String key) throws IOException {
        requests++;
        bytes += store.head(key).map(StoredObject::size).orElse(0L);
        return store.get(key);
    }

    @Override
    public InputStream get(String key, long offset, long length) throws IOException {
        requests++;
        bytes += length;
        return store.get(key, offset, length);
    }

    @Override
    public Optional<StoredObject> head(String key) throws IOException {
        requests++;
        return store.head(key);
    }

    @Override
    public StoredObject put(String key, InputStream body, long length) throws IOException {
        stored++;
        return store.put(key, body, length);
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public void delete(String key) throws IOException {
        requests++;
        store.delete(key);
    }

    @Override
    public MultipartUploads multipart() {
        return store.multipart();
    }

    @Override
    public void close() {}
}
