package org.webinararchiver.platform.storage.directory;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.platform.storage.ObjectKey;
import org.webinararchiver.platform.storage.StoreRefused;
import org.webinararchiver.platform.storage.StoredObject;

/**
 * Which file below a directory holds which object. A link on the way to it is refused, wherever it leads: the store
 * makes none, and it might lead out of the directory.
 */
final class ObjectFiles {
    private static final int MOST_ATTEMPTS = 100;

    private final Path root;

    ObjectFiles(Path root) {
        this.root = root;
    }

    /** The file of an object that is there. */
    Optional<Path> find(ObjectKey key) throws IOException {
        var path = root;
        var names = key.components().iterator();
        while (names.hasNext()) {
            path = path.resolve(names.next());
            var attributes = attributes(path);
            if (attributes.isEmpty() || attributes.get().isDirectory() != names.hasNext()) {
                return Optional.empty();
            }
        }
        return Optional.of(path);
    }

    /** The directory that holds the objects with such keys, {@code directory} being empty or ending in a slash. */
    Optional<Path> findDirectory(String directory) throws IOException {
        if (directory.isEmpty()) {
            return Optional.of(root);
        }
        var path = root;
        for (var name : directory.split("/")) {
            path = path.resolve(name);
            if (!attributes(path).map(BasicFileAttributes::isDirectory).orElse(false)) {
                return Optional.empty();
            }
        }
        return Optional.of(path);
    }

    /** Makes a written file the object with this key. */
    StoredObject publish(PendingFile pending, ObjectKey key) throws IOException {
        var place = place(key);
        var object = describe(key.value(), pending.path());
        for (int attempt = 1; pending.isThere(); attempt++) {
            try {
                Durability.createDirectories(place.getParent());
                pending.moveTo(place);
            } catch (NoSuchFileException | FileAlreadyExistsException pruned) {
                // Somebody deletes neighbours, and their empty directory with them: between the two steps, or between
                // the moment a directory is found to be there already and the look at it.
                if (attempt == MOST_ATTEMPTS) {
                    throw pruned;
                }
            }
        }
        return object;
    }

    private Path place(ObjectKey key) throws IOException {
        var path = root;
        var names = key.components().iterator();
        while (names.hasNext()) {
            path = path.resolve(names.next());
            var attributes = attributes(path);
            if (attributes.isPresent() && attributes.get().isDirectory() != names.hasNext()) {
                throw new StoreRefused("One object's key cannot be the directory of another's: " + key);
            }
        }
        return path;
    }

    static StoredObject describe(String key, Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var stored = attributes.lastModifiedTime().toInstant();
        var identity = Objects.hash(attributes.fileKey(), stored, attributes.size());
        var etag = Long.toHexString(stored.toEpochMilli()) + "-" + Integer.toHexString(identity);
        return new StoredObject(key, attributes.size(), etag, stored);
    }

    void delete(ObjectKey key) throws IOException {
        var file = find(key);
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
            prune(file.get());
        }
    }

    /** Removes the directories above a deleted file that have become empty. */
    private void prune(Path file) throws IOException {
        for (var directory = file.getParent(); !directory.equals(root); directory = directory.getParent()) {
            if (!deleteIfEmpty(directory)) {
                return;
            }
        }
    }

    private static boolean deleteIfEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
            return true;
        } catch (DirectoryNotEmptyException stillUsed) {
            return false;
        }
    }

    private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        // Most files are new, and an exception for each costs more than this.
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink() || attributes.isOther()) {
                throw new FileSystemException(path.toString(), null, "is neither a file nor a directory");
            }
            return Optional.of(attributes);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }
}
