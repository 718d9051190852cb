package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import javax.crypto.CipherInputStream;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.sources.hls.Piece;
import org.webinararchiver.sources.hls.Run;

/** Joins a run, its description and then its pieces, as one file in the scratch. */
final class TwinRunFile {
    private static final int LARGEST_DESCRIPTION = 4 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

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
     * Writes the file anew.
     *
     * @param most bytes that it may have
     * @param came told after each piece
     * @return its length
     * @throws IOException when it cannot be written
     */
    long write(Run run, Path file, long most, Runnable came)
            throws FailureException, IOException, InterruptedException {
        try (var target = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            target.write(ByteBuffer.wrap(description(run.description())));
            for (var piece : run.pieces()) {
                append(piece, target);
                if (target.size() > most) {
                    throw new FailureException(FetchFailure.of(piece.url(), new FileTooLarge(most)));
                }
                came.run();
            }
            return target.size();
        }
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
            throw undecipherable(piece);
        }
    }

    private void append(Piece piece, FileChannel target) throws FailureException, IOException, InterruptedException {
        long begun = target.position();
        var ciphers = piece.encryption().isPresent()
                ? Optional.of(keys.of(piece.encryption().get()))
                : Optional.<TwinKeys.Ciphers>empty();
        web.ask(piece.url(), piece.part(), (answer, body) -> {
            target.truncate(begun);
            copy(
                    ciphers.<InputStream>map(each -> new CipherInputStream(body, each.next()))
                            .orElse(body),
                    piece,
                    target);
            return target;
        });
    }

    private static void copy(InputStream body, Piece piece, FileChannel target) throws FailureException, IOException {
        var buffer = new byte[BUFFER];
        for (int count = read(body, buffer, piece); count >= 0; count = read(body, buffer, piece)) {
            try {
                target.write(ByteBuffer.wrap(buffer, 0, count));
            } catch (IOException e) {
                throw new NotKept(e);
            }
        }
    }

    private static int read(InputStream body, byte[] buffer, Piece piece) throws FailureException, IOException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw undecipherable(piece);
            }
            throw e;
        }
    }

    private static FailureException undecipherable(Piece piece) {
        return new FailureException(new Failure.OfTask(
                "undecipherable",
                "%s cannot be decrypted with the key that its playlist names.".formatted(piece.url()),
                "Open the recording in a browser; if this part is seen there, submit the link again later."));
    }
}
