package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.download.DownloadSettings.FileLimits;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.catalog.TwinStore;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.ObjectStoreException;
import org.webinararchiver.sources.hls.PlaylistLimits;
import org.webinararchiver.sources.hls.PlaylistReader;

/** Brings a twin into the object store: its playlists are read, and each run of pieces becomes an object. */
@ApplicationScoped
public class TwinFetcher {
    private final BudgetedWeb web;
    private final ObjectStore store;
    private final TwinStore twins;
    private final Scratch scratch;
    private final PlaylistReader playlists;
    private final long mostBytes;

    @Inject
    public TwinFetcher(
            Web web, ConnectionBudget budget, ObjectStore store, Scratch scratch, DownloadSettings settings) {
        this(
                web,
                budget,
                store,
                scratch,
                new PlaylistReader(new PlaylistLimits(
                        settings.twins().mostPlaylistBytes(),
                        settings.twins().mostPieces(),
                        settings.twins().mostHeight())),
                settings.file(),
                settings.connections().patience());
    }

    TwinFetcher(
            Web web,
            ConnectionBudget budget,
            ObjectStore store,
            Scratch scratch,
            PlaylistReader playlists,
            FileLimits limits,
            Duration patience) {
        this.web = new BudgetedWeb(web, budget, patience, limits);
        this.store = store;
        this.twins = new TwinStore(store);
        this.scratch = scratch;
        this.playlists = playlists;
        this.mostBytes = limits.mostBytes();
    }

    /**
     * Fetches one, whatever that ends with.
     *
     * @param progress told the share that is done
     */
    FetchOutcome fetch(TwinRequest request, DoubleConsumer progress) throws InterruptedException {
        try (var folder = scratch.open("twin")) {
            var ofTwin = new TwinWeb(web, request.headers());
            var fetch = new TwinFetch(request, ofTwin, playlists, store, mostBytes, folder.path());
            var runs = fetch.runs(progress);
            var key = request.objectKey() + "/twin.json";
            twins.put(key, runs);
            return new FetchOutcome.Stored(key, fetch.bytes(), Optional.empty());
        } catch (FailureException e) {
            return new FetchOutcome.Failed(e.failure());
        } catch (ObjectStoreException e) {
            return new FetchOutcome.Failed(e.failure());
        } catch (IOException e) {
            return new FetchOutcome.Failed(FetchFailure.of(request.playlist(), new NotKept(e)));
        }
    }
}
