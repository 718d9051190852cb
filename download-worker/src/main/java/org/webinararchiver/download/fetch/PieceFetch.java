package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.CipherInputStream;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.sources.hls.Piece;

/** Brings a piece, decrypted, into a file of its own. */
final class PieceFetch {
    private static final int BUFFER = 64 * 1024;

    private final TwinWeb web;
    private final Piece piece;
    private final Optional<TwinKeys.Ciphers> ciphers;
    private final Room room;

    /**
     * @param ciphers of the piece, where it is encrypted
     * @param room what there is for the piece and all others of its run
     */
    PieceFetch(TwinWeb web, Piece piece, Optional<TwinKeys.Ciphers> ciphers, Room room) {
        this.web = web;
        this.piece = piece;
        this.ciphers = ciphers;
        this.room = room;
    }

    /** @throws IOException when it cannot be written */
    void into(Path file) throws FailureException, IOException, InterruptedException {
        try (var target = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            web.ask(piece.url(), piece.part(), (answer, body) -> {
                room.giveBack(target.size());
                target.truncate(0);
                copy(
                        ciphers.<InputStream>map(each -> new CipherInputStream(body, each.next()))
                                .orElse(body),
                        target);
                return target;
            });
        }
    }

    private void copy(InputStream body, FileChannel target) throws FailureException, IOException {
        var buffer = new byte[BUFFER];
        for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
            room.take(count);
            write(buffer, count, target);
        }
    }

    private static void write(byte[] buffer, int count, FileChannel target) throws NotKept {
        try {
            target.write(ByteBuffer.wrap(buffer, 0, count));
        } catch (IOException e) {
            throw new NotKept(e);
        }
    }

    private int read(InputStream body, byte[] buffer) throws FailureException, IOException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw undecipherable(piece);
            }
            throw e;
        }
    }

    static FailureException undecipherable(Piece piece) {
        return new FailureException(new Failure.OfTask(
                "undecipherable",
                "%s cannot be decrypted with the key that its playlist names.".formatted(piece.url()),
                "Open the recording in a browser; if this part is seen there, submit the link again later."));
    }
}
