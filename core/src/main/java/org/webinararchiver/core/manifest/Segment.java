package org.webinararchiver.core.manifest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of the platform; but for slides and attachments, of media.
 *
 * @param id 32 hexadecimal digits made from what the source knows the file by, never from its place in a list, so that
 *     a newer manifest of the same recording names it the same
 * @param url where it is fetched from
 * @param twin a playlist (HLS) of the same stretch of the recording, where the source has one; it may hold a picture
 *     where the file has only sound
 * @param length how long the source says that it is, more than nothing; only a hint, since the file itself decides
 */
public record Segment(String id, URI url, Optional<URI> twin, Optional<Duration> length) {
    private static final int ID_DIGITS = 32;

    public Segment {
        if (!id.matches("[0-9a-f]{" + ID_DIGITS + "}")) {
            throw new IllegalArgumentException("not a segment's id: " + id);
        }
        Objects.requireNonNull(url);
        Objects.requireNonNull(twin);
        length = length.filter(Duration::isPositive);
    }

    /** A file of which nobody says how long it is. */
    public Segment(String id, URI url, Optional<URI> twin) {
        this(id, url, twin, Optional.empty());
    }

    /** Likewise, and it has no twin. */
    public Segment(String id, URI url) {
        this(id, url, Optional.empty());
    }

    /** The file that the source knows by this identity, for example by its URL. */
    public static Segment known(String identity, URI url) {
        return new Segment(idOf(identity), url);
    }

    /** The same file, which has this twin. */
    public Segment withTwin(Optional<URI> playlist) {
        return new Segment(id, url, playlist, length);
    }

    /** The same file, which is said to be so long. */
    public Segment withLength(Optional<Duration> said) {
        return new Segment(id, url, twin, said);
    }

    /** Its twin as a file that is fetched. */
    public Optional<Segment> playlist() {
        return twin.map(url -> known("twin of " + id, url));
    }

    private static String idOf(String identity) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
