package org.webinararchiver.platform.storage.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import org.webinararchiver.platform.storage.ObjectKey;

/**
 * Walks the keys below a directory in the order of their bytes. What it holds in memory are the names in the
 * directories that it is in, one directory a level.
 */
final class KeyWalk implements Iterator<String> {
    private final Path root;
    private final String prefix;
    private final Deque<Iterator<String>> open = new ArrayDeque<>();
    private String next;

    /**
     * @param directory where the walk begins: empty, or components that each end in a slash
     * @param prefix what the keys begin with; begins with {@code directory} itself
     */
    KeyWalk(Path root, String directory, String prefix) {
        this.root = root;
        this.prefix = prefix;
        open.push(names(directory));
    }

    @Override
    public boolean hasNext() {
        while (next == null && !open.isEmpty()) {
            advance();
        }
        return next != null;
    }

    private void advance() {
        var names = open.peek();
        if (!names.hasNext()) {
            open.pop();
            return;
        }
        var name = names.next();
        if (name.endsWith("/")) {
            open.push(names(name));
        } else {
            next = name;
        }
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var key = next;
        next = null;
        return key;
    }

    /** A directory sorts as what its keys begin with, slash included: {@code a-b} comes before {@code a/b}. */
    private Iterator<String> names(String directory) {
        var sorted = new TreeSet<String>();
        try (var entries = Files.newDirectoryStream(root.resolve(directory))) {
            for (var entry : entries) {
                suffix(entry)
                        .map(name -> directory + name)
                        .filter(name -> name.startsWith(prefix))
                        .ifPresent(sorted::add);
            }
        } catch (NoSuchFileException | NotDirectoryException gone) {
            return Collections.emptyIterator();
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sorted.iterator();
    }

    /** What an entry adds to the keys; empty for what the store did not put there, such as a link. */
    private static Optional<String> suffix(Path entry) {
        var name = entry.getFileName().toString();
        if (!ObjectKey.isComponent(name)) {
            return Optional.empty();
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(name + "/");
        }
        return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) ? Optional.of(name) : Optional.empty();
    }
}
