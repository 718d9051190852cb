package org.webinararchiver.platform.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.platform.scratch.ScratchSettings;
import org.webinararchiver.platform.storage.StorageSettings;

/**
 * Whether there is room for more. Of a directory this is seen; of a bucket only whoever stores something hears of it,
 * and tells the others.
 */
@ApplicationScoped
public class Room {
    /** Longer than the pauses between two tries of a worker: whoever still has no room says so again before. */
    private static final Duration REMEMBERED = Duration.ofMinutes(3);

    private final StorageSettings storage;
    private final RoomSettings settings;
    private final Path scratch;
    private final FullStores told;
    private final String me = UUID.randomUUID().toString();
    private volatile boolean hasTold;

    public Room(StorageSettings storage, RoomSettings settings, ScratchSettings scratch, FullStores told) {
        this.storage = storage;
        this.settings = settings;
        this.scratch = scratch.scratch();
        this.told = told;
    }

    /**
     * Makes sure that something can be taken in.
     *
     * @throws NoRoom when it could not be stored
     */
    public void requireForIntake() {
        shortageOf(store()).or(told::message).ifPresent(Room::refuse);
    }

    /**
     * Makes sure that there is room to work here.
     *
     * @throws NoRoom when there is none, in the store or in the scratch space
     */
    public void requireForWork() {
        var all = new ArrayList<>(store());
        all.add(scratchDisk());
        shortageOf(all).ifPresent(Room::refuse);
    }

    private static void refuse(String shortage) {
        throw new NoRoom(shortage);
    }

    private static Optional<String> shortageOf(List<Disk> disks) {
        return disks.stream().flatMap(disk -> disk.shortage().stream()).findFirst();
    }

    private List<Disk> store() {
        return switch (storage.kind()) {
            case DIRECTORY -> List.of(new Disk("The disk of the object store", storage.directory(), leastFree()));
            case S3 -> List.of();
        };
    }

    private Disk scratchDisk() {
        try {
            var whole = new Disk("The disk of the scratch space", scratch, leastFree());
            return new Disk(whole.name(), scratch, Math.min(leastFree(), whole.size() / 10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long leastFree() {
        return settings.leastFree().asLongValue();
    }

    /** The store said that it is full: nothing is taken in for some minutes, unless something can be stored before. */
    public void storeIsFull(String message) {
        hasTold = true;
        told.tell(me, message, REMEMBERED);
    }

    /** Something was done, so there is room again. */
    public void workWasDone() {
        if (hasTold) {
            told.takeBack(me);
            hasTold = false;
        }
    }
}
