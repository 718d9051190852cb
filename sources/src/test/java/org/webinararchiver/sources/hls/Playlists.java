package org.webinararchiver.sources.hls;

import java.net.URI;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;

/** Reads playlists as tests need them. */
final class Playlists {
    static final URI FROM = URI.create("https://delivery.example/record/a.mp4/v1/index.m3u8?token=1");

    static final PlaylistLimits LIMITS = new PlaylistLimits(10_000, 20, 1080);

    private Playlists() {}

    static Playlist.OfPlaylists choice(String lines) throws FailureException {
        return (Playlist.OfPlaylists) read(lines);
    }

    static Playlist.OfPieces pieces(String lines) throws FailureException {
        return (Playlist.OfPieces) read(lines);
    }

    static Playlist read(String lines) throws FailureException {
        return new PlaylistReader(LIMITS).read("#EXTM3U\n" + lines, FROM);
    }

    /** The reason for which it is refused. */
    static String refusal(String lines) {
        try {
            throw new AssertionError("it was understood as " + read(lines));
        } catch (FailureException e) {
            return ((Failure.OfTask) e.failure()).reason();
        }
    }
}
