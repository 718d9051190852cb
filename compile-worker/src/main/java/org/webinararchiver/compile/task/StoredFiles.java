package org.webinararchiver.compile.task;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.scratch.ScratchFolder;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * Objects of the store as files, brought here once for all who need them at about the same time. What nobody holds
 * stays while there is room for it, and goes in the order of its last use. An object's bytes never change, since its
 * key tells who made it of what.
 */
@ApplicationScoped
public class StoredFiles {
    private final ObjectStore store;
    private final Scratch scratch;
    private final long mostBytes;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private ScratchFolder folder;
    private long bytes;
    private long brought;

    @Inject
    public StoredFiles(ObjectStore store, Scratch scratch, WorkerSettings settings) {
        this(store, scratch, settings.compile().keep().asLongValue());
    }

    StoredFiles(ObjectStore store, Scratch scratch, long mostBytes) {
        this.store = store;
        this.scratch = scratch;
        this.mostBytes = mostBytes;
    }

    /** One object on its way, or here. */
    private static final class Kept {
        private final String key;
        private final Path file;
        private int holders;
        private long size;
        private boolean isHere;

        Kept(String key, Path file) {
            this.key = key;
            this.file = file;
        }
    }

    /** Files that are here until this is closed. */
    public final class Held implements AutoCloseable {
        private final Map<String, Kept> files = new HashMap<>();

        /** The file of one of the objects that were asked for. Nobody may write to it. */
        Path file(String key) {
            return files.get(key).file;
        }

        @Override
        public void close() {
            release(files.values());
            files.clear();
        }
    }

    /**
     * Brings objects here that are not yet.
     *
     * @throws IOException when one of them can not be had; then none is held
     */
    public Held hold(Collection<String> keys) throws IOException, InterruptedException {
        var held = new Held();
        try {
            for (var key : new TreeSet<>(keys)) {
                var file = claimed(key);
                held.files.put(key, file);
                bring(file);
            }
            return held;
        } catch (IOException | InterruptedException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private synchronized Kept claimed(String key) throws IOException {
        if (folder == null) {
            folder = scratch.open("segments");
        }
        var known = kept.remove(key);
        var claimed = known == null ? new Kept(key, folder.path().resolve("file-" + brought++)) : known;
        claimed.holders++;
        // The last in the map is the last to go.
        kept.put(key, claimed);
        return claimed;
    }

    /** Whoever comes while it is on its way waits for it here. */
    private void bring(Kept wanted) throws IOException, InterruptedException {
        synchronized (wanted) {
            if (wanted.isHere) {
                return;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            store.download(wanted.key, wanted.file);
            wanted.size = Files.size(wanted.file);
            wanted.isHere = true;
        }
        came(wanted.size);
    }

    private synchronized void came(long size) {
        bytes += size;
        makeRoom();
    }

    private synchronized void release(Collection<Kept> files) {
        for (var file : files) {
            file.holders--;
        }
        makeRoom();
    }

    private void makeRoom() {
        var leaving = new ArrayList<Kept>();
        long left = bytes;
        for (var file : kept.values()) {
            boolean neverCame = file.holders == 0 && !file.isHere;
            if (neverCame || left > mostBytes && file.holders == 0) {
                leaving.add(file);
                left -= file.size;
            }
        }
        remove(leaving);
    }

    private void remove(List<Kept> leaving) {
        for (var file : leaving) {
            kept.remove(file.key);
            bytes -= file.size;
            file.file.toFile().delete();
        }
    }

    /** How many bytes are here. */
    synchronized long bytes() {
        return bytes;
    }

    @PreDestroy
    synchronized void stop() throws IOException {
        if (folder != null) {
            folder.close();
        }
    }
}
