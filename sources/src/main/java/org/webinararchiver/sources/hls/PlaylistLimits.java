package org.webinararchiver.sources.hls;

/**
 * How large a playlist may be, and what is chosen from it.
 *
 * @param mostBytes of a playlist
 * @param mostPieces of a playlist, and renditions or variants of one that lists others
 * @param mostHeight of the picture in pixels, where there is a choice
 */
public record PlaylistLimits(int mostBytes, int mostPieces, int mostHeight) {
    public PlaylistLimits {
        if (mostBytes < 1 || mostPieces < 1 || mostHeight < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
