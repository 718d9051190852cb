package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.Mp4Probe;
import org.webinararchiver.platform.catalog.StoredRun;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.sources.hls.Playlist;
import org.webinararchiver.sources.hls.PlaylistReader;
import org.webinararchiver.sources.hls.Run;

/** One twin on its way into the store. */
final class TwinFetch {
    private static final String LOOK =
            "Open the recording in a browser; if this part is seen there, submit the link again later.";

    private final TwinRequest request;
    private final TwinWeb web;
    private final PlaylistReader playlists;
    private final ObjectStore store;
    private final long mostBytes;
    private final Path folder;
    private final TwinRunFile files;
    private final List<StoredRun> stored = new ArrayList<>();
    private long bytes;

    /** @param folder for the run that is being fetched */
    TwinFetch(
            TwinRequest request,
            TwinWeb web,
            PlaylistReader playlists,
            ObjectStore store,
            long mostBytes,
            Path folder) {
        this.request = request;
        this.web = web;
        this.playlists = playlists;
        this.store = store;
        this.mostBytes = mostBytes;
        this.folder = folder;
        this.files = new TwinRunFile(web);
    }

    /** Bytes of all runs that are stored. */
    long bytes() {
        return bytes;
    }

    /**
     * Stores what is wanted of the twin.
     *
     * @return the runs in the order of their playlists; none for one without a picture of which nothing else is wanted
     * @throws FailureException when it cannot be had as a whole
     */
    List<StoredRun> runs(DoubleConsumer progress) throws FailureException, IOException, InterruptedException {
        var wanted = wanted();
        var share =
                new Share(wanted.stream().mapToInt(run -> run.pieces().size()).sum(), progress);
        var earlier = EarlierRuns.beside(request.objectKey(), store);
        for (var run : wanted) {
            store(run, earlier, share);
        }
        if (stored.isEmpty() && request.withSound()) {
            throw new FailureException(new Failure.OfTask(
                    "twin-empty", "%s leads to neither picture nor sound.".formatted(request.playlist()), LOOK));
        }
        return stored;
    }

    private List<Run> wanted() throws FailureException, InterruptedException {
        var wanted = new ArrayList<Run>();
        switch (playlist(request.playlist())) {
            case Playlist.OfPieces pieces -> wanted.addAll(pieces.runs());
            case Playlist.OfPlaylists choice -> {
                if (choice.picture().isPresent()) {
                    wanted.addAll(pieces(choice.picture().get()));
                }
                if (choice.sound().isPresent() && request.withSound()) {
                    wanted.addAll(pieces(choice.sound().get()));
                }
            }
        }
        return wanted;
    }

    private Playlist playlist(URI url) throws FailureException, InterruptedException {
        return web.ask(
                url,
                Optional.empty(),
                (answer, body) -> playlists.read(body, answer.redirectedTo().orElse(url)));
    }

    private List<Run> pieces(URI url) throws FailureException, InterruptedException {
        return switch (playlist(url)) {
            case Playlist.OfPieces pieces -> pieces.runs();
            case Playlist.OfPlaylists nested ->
                throw new FailureException(new Failure.OfTask(
                        "playlist-unsupported", "%s leads to further playlists.".formatted(url), LOOK));
        };
    }

    private void store(Run run, EarlierRuns earlier, Share share)
            throws FailureException, IOException, InterruptedException {
        var stillThere = earlier.find(run);
        if (stillThere.isPresent()) {
            add(run, stillThere.get());
            share.came(run.pieces().size());
            return;
        }
        var file = folder.resolve("run");
        files.write(run, file, mostBytes - bytes, () -> share.came(1));
        var probe = probe(file);
        if (probe.video().isPresent() || (request.withSound() && probe.audio().isPresent())) {
            add(run, store.upload(request.objectKey() + "/" + EarlierRuns.nameOf(run), file));
        }
        Files.delete(file);
    }

    private void add(Run run, StoredObject object) {
        var segment = Segment.known("run %d of %s".formatted(stored.size(), request.playlist()), request.playlist());
        stored.add(new StoredRun(new TwinRun(segment.id(), run.discontinuity(), run.at()), object.key()));
        bytes += object.size();
    }

    private MediaProbe probe(Path file) throws FailureException, IOException {
        try {
            return Mp4Probe.probe(file);
        } catch (Mp4Exception e) {
            throw new FailureException(new Failure.OfTask(
                    "twin-corrupt",
                    "What %s leads to is no video: %s.".formatted(request.playlist(), e.getMessage()),
                    LOOK));
        }
    }

    /** How many of all pieces have come. */
    private static final class Share {
        private final int all;
        private final DoubleConsumer progress;
        private int came;

        Share(int all, DoubleConsumer progress) {
            this.all = all;
            this.progress = progress;
        }

        void came(int pieces) {
            came += pieces;
            progress.accept((double) came / all);
        }
    }
}
