package org.webinararchiver.simulator.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.webinararchiver.media.ffmpeg.FfmpegVersion;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;

/** Names a take by all that its bytes depend on, so that takes of different meetings may be one file. */
final class TakeKey {
    /** To be raised when frames, tones or the encoder's arguments change. */
    private static final int GENERATION = 1;

    private TakeKey() {}

    static String of(Take take, FfmpegVersion version) {
        var content = String.join(
                "|",
                Integer.toString(GENERATION),
                version.text(),
                take.kind().name(),
                Integer.toString(take.person().number()),
                take.at().toString(),
                take.length().toString(),
                take.picture().toString(),
                take.sound().toString());
        return hash(content).substring(0, 32);
    }

    /** As of a take, and by the clock. */
    static String of(TwinPart part, FfmpegVersion version) {
        return hash("twin|" + of(part.stretch(), version) + "|" + part.clock()).substring(0, 32);
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
