package org.webinararchiver.sources.hls;

import io.lindstrom.m3u8.model.ByteRange;
import io.lindstrom.m3u8.model.KeyMethod;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.SegmentKey;
import io.lindstrom.m3u8.model.SegmentMap;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.sources.hls.Piece.Encryption;
import org.webinararchiver.sources.hls.Piece.Part;

/** Goes through the pieces of one playlist in their order: what is said before one holds until something else is. */
final class PiecePlan {
    private static final int MOST_SECONDS_A_PIECE = 24 * 3600;
    private static final String OPEN_KEYS = "identity";

    private final References references;
    private final PlaylistLimits limits;

    private final List<Run> runs = new ArrayList<>();
    private final List<Piece> together = new ArrayList<>();
    private Optional<SegmentMap> map = Optional.empty();
    private Optional<SegmentKey> key = Optional.empty();
    private Optional<Piece> before = Optional.empty();
    private Optional<Piece> description = Optional.empty();
    private Duration at = Duration.ZERO;
    private long number;
    private long discontinuity;

    PiecePlan(References references, PlaylistLimits limits) {
        this.references = references;
        this.limits = limits;
    }

    Playlist.OfPieces of(MediaPlaylist playlist) throws FailureException {
        if (playlist.ongoing()) {
            throw Refusal.endless(references.playlist());
        }
        if (playlist.mediaSegments().size() > limits.mostPieces()) {
            throw Refusal.tooLong(references.playlist(), limits.mostPieces(), "pieces");
        }
        if (playlist.iFramesOnly() || playlist.skip().isPresent()) {
            throw Refusal.unsupported(references.playlist(), "leaves out what is needed");
        }
        number = playlist.mediaSequence();
        discontinuity = playlist.discontinuitySequence();
        for (var segment : playlist.mediaSegments()) {
            add(segment);
            number++;
        }
        endRun();
        if (runs.isEmpty()) {
            throw Refusal.empty(references.playlist());
        }
        return new Playlist.OfPieces(runs);
    }

    private void add(MediaSegment segment) throws FailureException {
        if (segment.discontinuity()) {
            endRun();
            discontinuity++;
        }
        if (segment.segmentMap().isPresent() && !segment.segmentMap().equals(map)) {
            endRun();
            map = segment.segmentMap();
        }
        key = segment.segmentKey().or(() -> key);
        var lasting = lasting(segment);
        if (segment.gap()) {
            endRun();
            before = Optional.empty();
        } else {
            addPiece(segment, lasting);
        }
        at = at.plus(lasting);
    }

    private void addPiece(MediaSegment segment, Duration lasting) throws FailureException {
        if (map.isEmpty()) {
            throw Refusal.unsupported(
                    references.playlist(), "lists pieces without a description (EXT-X-MAP), such as MPEG-TS");
        }
        if (together.isEmpty()) {
            description = Optional.of(description(map.get()));
        }
        var url = references.resolve(segment.uri());
        var part = segment.byteRange().isPresent()
                ? Optional.of(part(segment.byteRange().get(), startAfter(url)))
                : Optional.<Part>empty();
        var piece = new Piece(url, part, encryption(), lasting);
        together.add(piece);
        before = Optional.of(piece);
    }

    private void endRun() {
        if (together.isEmpty()) {
            return;
        }
        var lasted = together.stream().map(Piece::lasting).reduce(Duration.ZERO, Duration::plus);
        runs.add(new Run(discontinuity, at.minus(lasted), description.orElseThrow(), together));
        together.clear();
    }

    private Duration lasting(MediaSegment segment) throws FailureException {
        double seconds = segment.duration();
        if (!(seconds >= 0 && seconds <= MOST_SECONDS_A_PIECE)) {
            throw Refusal.unreadable(references.playlist(), "a piece lasts " + seconds + " s");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private Piece description(SegmentMap told) throws FailureException {
        var part =
                told.byteRange().isPresent() ? Optional.of(part(told.byteRange().get(), 0)) : Optional.<Part>empty();
        return new Piece(references.resolve(told.uri()), part, encryption(), Duration.ZERO);
    }

    /** Where a part begins that does not say it: after the one before, of the same file. */
    private long startAfter(URI url) {
        return before.filter(piece -> piece.url().equals(url))
                .flatMap(Piece::part)
                .map(Part::end)
                .orElse(-1L);
    }

    private Part part(ByteRange range, long otherwise) throws FailureException {
        try {
            return new Part(range.offset().orElse(otherwise), range.length());
        } catch (IllegalArgumentException e) {
            throw Refusal.unreadable(references.playlist(), e.getMessage());
        }
    }

    private Optional<Encryption> encryption() throws FailureException {
        if (key.isEmpty() || key.get().method() == KeyMethod.NONE) {
            return Optional.empty();
        }
        var told = key.get();
        if (told.method() != KeyMethod.AES_128
                || !told.keyFormat().orElse(OPEN_KEYS).equals(OPEN_KEYS)) {
            throw Refusal.encrypted(
                    references.playlist(), told.keyFormat().orElse(told.method().toString()));
        }
        var address = told.uri().orElseThrow(() -> Refusal.unreadable(references.playlist(), "a key is nowhere"));
        return Optional.of(new Encryption(references.resolve(address), initialVector(told)));
    }

    /** Without one of its own, a piece has its number (RFC 8216, section 5.2). */
    private String initialVector(SegmentKey told) throws FailureException {
        var value = BigInteger.valueOf(number);
        if (told.iv().isPresent()) {
            var digits = told.iv().get().toLowerCase(Locale.ROOT);
            if (!digits.matches("0x[0-9a-f]{1,32}")) {
                throw Refusal.unreadable(references.playlist(), "an initial vector is " + digits);
            }
            value = new BigInteger(digits.substring(2), 16);
        }
        return "%032x".formatted(value);
    }
}
