package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.sources.hls.Piece;
import org.webinararchiver.sources.hls.Run;

/** Joins a run, its description and then its pieces, as one file in the scratch. */
final class TwinRunFile {
    private static final int LARGEST_DESCRIPTION = 4 * 1024 * 1024;

    /** What a description that is not encrypted begins with (ISO/IEC 14496-12), after the four bytes of a size. */
    private static final Set<String> BEGINNINGS = Set.of("ftyp", "styp", "moov", "free");

    private static final int TYPE = 4;

    private final TwinWeb web;
    private final TwinKeys keys;

    TwinRunFile(TwinWeb web) {
        this.web = web;
        this.keys = new TwinKeys(web);
    }

    /**
     * Writes the file anew. A few pieces lie beside it on the way.
     *
     * @param most bytes that it may have
     * @param came told after each piece
     * @return its length
     * @throws IOException when it cannot be written
     */
    long write(Run run, Path file, long most, Runnable came)
            throws FailureException, IOException, InterruptedException {
        var description = description(run.description());
        var room = new Room(most, description.length);
        try (var target = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var pieces = new PiecesAhead(run.pieces(), file.getParent(), piece -> fetch(piece, room))) {
            target.write(ByteBuffer.wrap(description));
            for (int number = 0; number < run.pieces().size(); number++) {
                append(pieces.next(), target);
                came.run();
            }
            return target.size();
        }
    }

    private PieceFetch fetch(Piece piece, Room room) throws FailureException, InterruptedException {
        var ciphers = piece.encryption().isPresent()
                ? Optional.of(keys.of(piece.encryption().get()))
                : Optional.<TwinKeys.Ciphers>empty();
        return new PieceFetch(web, piece, ciphers, room);
    }

    private static void append(Path piece, FileChannel target) throws IOException {
        try (var bytes = FileChannel.open(piece)) {
            for (long copied = 0; copied < bytes.size(); ) {
                copied += bytes.transferTo(copied, bytes.size() - copied, target);
            }
        }
        Files.delete(piece);
    }

    private byte[] description(Piece piece) throws FailureException, InterruptedException {
        var bytes = web.ask(piece.url(), piece.part(), (answer, body) -> body.readNBytes(LARGEST_DESCRIPTION + 1));
        if (bytes.length > LARGEST_DESCRIPTION) {
            throw new FailureException(FetchFailure.of(piece.url(), new FileTooLarge(LARGEST_DESCRIPTION)));
        }
        return isPlain(bytes) || piece.encryption().isEmpty() ? bytes : decrypted(piece, bytes);
    }

    /** The order of a playlist's lines says whether it is encrypted, which the parser of playlists does not tell. */
    private static boolean isPlain(byte[] bytes) {
        return bytes.length >= 2 * TYPE
                && BEGINNINGS.contains(new String(bytes, TYPE, TYPE, StandardCharsets.US_ASCII));
    }

    private byte[] decrypted(Piece piece, byte[] bytes) throws FailureException, InterruptedException {
        try {
            return keys.of(piece.encryption().orElseThrow()).next().doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw PieceFetch.undecipherable(piece);
        }
    }
}
