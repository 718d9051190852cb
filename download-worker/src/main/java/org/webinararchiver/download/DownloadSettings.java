package org.webinararchiver.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a download worker does at once. */
@ConfigMapping(prefix = "archiver.download")
public interface DownloadSettings {

    /** Recordings that are planned at once. */
    @WithDefault("2")
    int plans();

    /** Batches of segments that are fetched at once. */
    @WithDefault("2")
    int batches();

    /** {@code shared} where all workers have one address to the outside, {@code worker} where each has its own. */
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

        /** Height of the picture in pixels at most, where there is a choice. */
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

        /** To a host that nothing is known of. */
        @WithDefault("4")
        int start();

        /** To any host, however well it bears them. */
        @WithDefault("8")
        int most();

        /** How long nothing is begun after a host refused; longer than a heartbeat. */
        @WithDefault("PT3S")
        Duration settle();

        /** The longest pause that a host may ask for. */
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

        /** How often they are looked for. */
        @WithDefault("PT1M")
        Duration look();

        /** How long one that receives nothing is kept; shorter than the object store keeps it, which often is a day. */
        @WithDefault("PT20H")
        Duration keep();
    }

    /** What a single file may cost. */
    interface FileLimits {

        /** Bytes of a file at most, as they are stored, whatever a host announces or packs into less. */
        @WithDefault("64000000000")
        long mostBytes();

        /** Bytes that each minute of waiting for the host must bring. */
        @WithDefault("60000")
        long leastBytesAMinute();
    }
}
