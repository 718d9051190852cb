package org.webinararchiver.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a download worker does at once. */
@ConfigMapping(prefix = "archiver.download")
public interface DownloadSettings {

    /** Recordings whose descriptions are read at once; each takes memory. */
    @WithDefault("2")
    int plans();

    /** Batches of files that are fetched at once, of one recording and one host each. */
    @WithDefault("2")
    int batches();

    /**
     * Whom the connections to a host are counted for: all workers together, or each, where each has an address of its
     * own to the outside.
     */
    @WithDefault("shared")
    BudgetKind budget();

    /** Connections to one host. */
    Connections connections();

    /** What a single file may cost. */
    FileLimits file();

    /** Uploads of large files that nobody goes on with. */
    Uploads uploads();

    /** What is taken of playlists. */
    Twins twins();

    /** What is taken of playlists. */
    interface Twins {

        /** Height of the picture in pixels at most, where a playlist offers several. */
        @WithDefault("1080")
        int mostHeight();

        /** Pieces of a playlist at most; an hour has some 1,800 of two seconds. */
        @WithDefault("50000")
        int mostPieces();

        /** Bytes of a playlist at most. */
        @WithDefault("10000000")
        int mostPlaylistBytes();
    }

    /** Whom a budget of connections is for. */
    enum BudgetKind {
        SHARED,
        WORKER
    }

    /** How many connections to one host there are at once, of all workers or of each one as the budget is for. */
    interface Connections {

        /** Connections at once to a host that nothing is known of yet. */
        @WithDefault("4")
        int start();

        /**
         * Connections at once to any host, however well it bears them. More are quicker, where the platform does not
         * mind; each takes 16 MB of scratch.
         */
        @WithDefault("8")
        int most();

        /** How long nothing is begun after a host refused a connection; longer than the heartbeat below. */
        @WithDefault("PT3S")
        Duration settle();

        /** The longest pause that a host may ask for and get. */
        @WithDefault("PT2M")
        Duration longestRest();

        /** The longest pause of a host that a batch waits for; for a longer one it gives its place to others. */
        @WithDefault("PT5S")
        Duration patience();

        /** How often a worker renews what it holds of a shared budget. */
        @WithDefault("PT2S")
        Duration heartbeat();

        /** How long what a silent worker held of a shared budget is kept from others. */
        @WithDefault("PT10S")
        Duration lease();
    }

    /** How uploads that nobody goes on with are removed. */
    interface Uploads {

        /** How often uploads of large files that nobody goes on with are looked for. */
        @WithDefault("PT1M")
        Duration look();

        /**
         * How long an upload that receives nothing is kept; shorter than the object store keeps it, which often is a
         * day.
         */
        @WithDefault("PT20H")
        Duration keep();
    }

    /** What a single file may cost. */
    interface FileLimits {

        /** Bytes of a file at most, as they are stored, whatever a host announces or packs into less. */
        @WithDefault("64000000000")
        long mostBytes();

        /** Bytes that each minute of waiting for the host must bring; a file that comes more slowly is given up. */
        @WithDefault("60000")
        long leastBytesAMinute();
    }
}
