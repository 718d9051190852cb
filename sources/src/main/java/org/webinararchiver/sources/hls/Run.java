package org.webinararchiver.sources.hls;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Pieces that belong together: they share one description, and their times go on from one to the next. Description and
 * pieces, one after another, are one fragmented MP4 file.
 *
 * @param discontinuity how many breaks of the times there were before it, equal for the same run of other playlists
 * @param at how long everything lasts that is listed before it
 * @param description {@code EXT-X-MAP}
 * @param pieces in order of time, at least one
 */
public record Run(long discontinuity, Duration at, Piece description, List<Piece> pieces) {
    public Run {
        Objects.requireNonNull(at);
        Objects.requireNonNull(description);
        pieces = List.copyOf(pieces);
    }

    public Duration lasting() {
        return pieces.stream().map(Piece::lasting).reduce(Duration.ZERO, Duration::plus);
    }
}
