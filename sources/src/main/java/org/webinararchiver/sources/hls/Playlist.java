package org.webinararchiver.sources.hls;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an HLS playlist (RFC 8216) says, as far as it is needed to fetch what it lists. */
public sealed interface Playlist {

    /**
     * One that lists others. Which of them are wanted is already chosen.
     *
     * @param picture the playlist of the picture, which may hold sound as well; absent where there is only sound
     * @param sound the playlist of the sound alone; absent where it comes with the picture or there is none
     */
    record OfPlaylists(Optional<URI> picture, Optional<URI> sound) implements Playlist {
        public OfPlaylists {
            Objects.requireNonNull(picture);
            Objects.requireNonNull(sound);
        }
    }

    /**
     * One that lists pieces of media. It has an end.
     *
     * @param runs in order of time, at least one
     */
    record OfPieces(List<Run> runs) implements Playlist {
        public OfPieces {
            runs = List.copyOf(runs);
        }
    }
}
