package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.download.DownloadSettings.FileLimits;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.NoSuchUpload;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.ObjectStoreException;
import org.webinararchiver.platform.storage.UnusableParts;

/** Brings segments from their hosts into the object store. */
@ApplicationScoped
public class SegmentFetcher {
    /** How often a file is begun within an attempt, when it changes or its upload is lost. */
    private static final int BEGINNINGS = 3;

    private final Web web;
    private final ObjectStore store;
    private final FileLimits limits;
    private final SmallFile small;
    private final LargeFile large;
    private final StoredCheck check;

    @Inject
    public SegmentFetcher(Web web, ObjectStore store, Scratch scratch, DownloadSettings settings) {
        this(web, store, scratch, settings.file(), settings.connections().most());
    }

    /** @param sideBySide parts of one file that are asked for at once, when the budget has so many connections */
    SegmentFetcher(Web web, ObjectStore store, Scratch scratch, FileLimits limits, int sideBySide) {
        this.web = web;
        this.store = store;
        this.limits = limits;
        this.small = new SmallFile(store, scratch);
        this.large = new LargeFile(store, sideBySide);
        this.check = new StoredCheck(store);
    }

    /**
     * Fetches one, whatever that ends with.
     *
     * @param announced told the file's length in bytes as soon as it is known
     * @throws OriginRests when the origin was not asked at all
     */
    FetchOutcome fetch(SegmentRequest request, Connections connections, LongConsumer announced)
            throws InterruptedException, OriginRests {
        var remote = new RemoteFile(web, limits, request);
        var fetch = new SegmentFetch(remote, request, connections, announced, limits, store, small, large);
        try {
            return checked(request, brought(fetch, request));
        } catch (IOException e) {
            return new FetchOutcome.Failed(FetchFailure.of(request.url(), e));
        } catch (OriginRests e) {
            if (!connections.wereUsed()) {
                throw e;
            }
            return new FetchOutcome.Failed(FetchFailure.restsHalfway(request.url(), e.rest()));
        }
    }

    private static Brought brought(SegmentFetch fetch, SegmentRequest request)
            throws IOException, InterruptedException, OriginRests {
        for (int beginnings = 1; true; beginnings++) {
            try {
                return fetch.once();
            } catch (FileChanged | NoSuchUpload | UnusableParts e) {
                request.upload().abandoned();
                if (beginnings == BEGINNINGS) {
                    throw e;
                }
            }
        }
    }

    private FetchOutcome checked(SegmentRequest request, Brought brought) throws IOException {
        try {
            return check.outcome(request, brought);
        } catch (ObjectStoreException e) {
            throw e;
        } catch (IOException e) {
            throw new NotKept(e);
        }
    }
}
