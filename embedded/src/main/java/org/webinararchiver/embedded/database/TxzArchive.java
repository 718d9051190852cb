package org.webinararchiver.embedded.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a tar archive that was compressed by xz, and keeps it inside its folder and its limits. */
final class TxzArchive {

    private static final int DECODER_MEMORY_KIB = 256 * 1024;
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final int entryLimit;
    private final long byteLimit;

    TxzArchive(int entryLimit, long byteLimit) {
        this.entryLimit = entryLimit;
        this.byteLimit = byteLimit;
    }

    /**
     * Unpacks into an existing, empty folder. Files become readable by everyone, and executable where the archive says
     * so for their owner; owners and dates are not taken over.
     *
     * @throws IOException also when an entry would land outside of the folder, or a limit is passed
     */
    void unpack(InputStream compressed, Path folder) throws IOException {
        var unpacked = new Limited(new XZInputStream(compressed, DECODER_MEMORY_KIB), byteLimit);
        try (var tar = new TarArchiveInputStream(unpacked)) {
            int entries = 0;
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (++entries > entryLimit) {
                    throw new IOException("more than " + entryLimit + " entries");
                }
                unpack(entry, tar, folder);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var path = inside(folder, folder, entry.getName());
        if (entry.isDirectory()) {
            create(path);
            return;
        }
        create(path.getParent());
        if (entry.isSymbolicLink()) {
            inside(folder, path.getParent(), entry.getLinkName());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(inside(folder, folder, entry.getLinkName()), path, LinkOption.NOFOLLOW_LINKS);
        } else if (isContent(entry)) {
            Files.copy(content, path);
            UnixModes.publish(path, (entry.getMode() & OWNER_MAY_EXECUTE) != 0);
        } else {
            throw new IOException("neither a file, a folder nor a link: " + entry.getName());
        }
    }

    /** The library calls everything a file that is not a folder. */
    private static boolean isContent(TarArchiveEntry entry) {
        return entry.isFile() && !entry.isBlockDevice() && !entry.isCharacterDevice() && !entry.isFIFO();
    }

    private static Path inside(Path folder, Path base, String name) throws IOException {
        var path = base.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("leads out of the folder: " + name);
        }
        return path;
    }

    private static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            UnixModes.publish(folder, true);
        }
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            return count(read, read);
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            left -= skipped;
            return skipped;
        }

        private int count(int result, int bytes) throws IOException {
            left -= Math.max(bytes, 0);
            if (left < 0) {
                throw new IOException("unpacks to more than it may");
            }
            return result;
        }
    }
}
