package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.catalog.ManifestStore;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.task.Attempt;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.Effect;
import org.webinararchiver.platform.task.TaskHandler;
import org.webinararchiver.platform.task.Transactions;

/**
 * Brings a batch of segments into the object store. What has become of a segment is written as soon as it is known, so
 * that no file is fetched twice because its neighbour failed.
 */
@ApplicationScoped
public class FetchHandler implements TaskHandler {
    private final SegmentFetcher fetcher;
    private final TwinFetcher twins;
    private final ConnectionBudget budget;
    private final FetchJournal journal;
    private final SegmentUploads uploads;
    private final BatchSplit split;
    private final Recordings recordings;
    private final Segments segments;
    private final ManifestStore manifests;
    private final Pipeline pipeline;
    private final Transactions transactions;
    private final DownloadSettings settings;
    private final FetchMeters meters;

    public FetchHandler(
            SegmentFetcher fetcher,
            TwinFetcher twins,
            ConnectionBudget budget,
            FetchJournal journal,
            SegmentUploads uploads,
            BatchSplit split,
            Recordings recordings,
            Segments segments,
            ManifestStore manifests,
            Pipeline pipeline,
            Transactions transactions,
            DownloadSettings settings,
            FetchMeters meters) {
        this.fetcher = fetcher;
        this.twins = twins;
        this.budget = budget;
        this.journal = journal;
        this.uploads = uploads;
        this.split = split;
        this.recordings = recordings;
        this.segments = segments;
        this.manifests = manifests;
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.FETCH;
    }

    @Override
    public Effect work(Attempt attempt) throws FailureException, IOException, InterruptedException {
        var task = attempt.task();
        var rows = transactions.call(() -> segments.wantedBy(task.id()).stream()
                .collect(Collectors.toMap(
                        StoredSegment::segment, Function.identity(), (one, same) -> one, LinkedHashMap::new)));
        var wanted = rows.keySet().stream()
                .filter(segment -> !rows.get(segment).kind().isTwin())
                .toList();
        var headers = mediaHeaders(task);
        var underWay = uploads.underWay(task);
        var share = new BatchShare(wanted, BatchShare.USUAL_BYTES, left -> split.leave(task, left));
        var notes = journal.of(task);
        var done = new AtomicInteger();
        var outcomes = new ParallelFetch(fetcher, budget, settings.connections().patience())
                .fetch(
                        wanted,
                        share,
                        segment -> request(
                                task,
                                rows.get(segment),
                                headers,
                                uploads.notes(task, segment, Optional.ofNullable(underWay.get(segment.id())))),
                        (segment, outcome) -> {
                            notes.note(segment, outcome);
                            meters.fetched(segment.url(), outcome);
                            attempt.progress((double) done.incrementAndGet() / rows.size());
                        });
        var all = new ArrayList<>(outcomes);
        for (var row : rows.values()) {
            if (row.kind().isTwin()) {
                var outcome = twins.fetch(
                        twinRequest(task, row, headers), part -> attempt.progress((done.get() + part) / rows.size()));
                notes.note(row.segment(), outcome);
                meters.fetched(row.segment().url(), outcome);
                done.incrementAndGet();
                all.add(outcome);
            }
        }
        failWhenSomethingIsLeft(all);
        return pipeline::fetchEnded;
    }

    private Map<String, String> mediaHeaders(ClaimedTask task) throws IOException {
        var key = transactions.call(
                () -> recordings.findById(task.recording()).manifestKey().orElseThrow());
        return manifests.get(key).mediaHeaders();
    }

    private static SegmentRequest request(
            ClaimedTask task, StoredSegment row, Map<String, String> headers, UploadNotes upload) {
        return new SegmentRequest(row.segment().url(), headers, row.kind(), objectKey(task, row), row.looks(), upload);
    }

    private static TwinRequest twinRequest(ClaimedTask task, StoredSegment twin, Map<String, String> headers) {
        return new TwinRequest(twin.segment().url(), headers, twin.kind() == WantedFile.Kind.TWIN, twinKey(task, twin));
    }

    /** The key names task and fence, so that a slow worker that was given up never overwrites its successor's bytes. */
    private static String objectKey(ClaimedTask task, StoredSegment row) {
        return "recordings/%s/segments/%s-%s-%d"
                .formatted(task.recording(), row.segment().id(), task.id(), task.fence());
    }

    /** A twin is several objects, so it has a directory. */
    private static String twinKey(ClaimedTask task, StoredSegment row) {
        return "recordings/%s/segments/%s/%s-%d"
                .formatted(task.recording(), row.segment().id(), task.id(), task.fence());
    }

    /**
     * Of several that may succeed later, the one that asks for the longest pause: they come back together. It was an
     * attempt when an origin was asked, whatever was not asked of it after that.
     */
    static void failWhenSomethingIsLeft(List<FetchOutcome> outcomes) throws FailureException {
        var longest = outcomes.stream()
                .flatMap(FetchHandler::left)
                .max(Comparator.comparing(Left::wasTried).thenComparing(Left::pause));
        if (longest.isPresent()) {
            throw new FailureException(longest.get().failure());
        }
    }

    private record Left(Failure failure, boolean wasTried, Duration pause) {}

    private static Stream<Left> left(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Failed(Failure.Retryable again) -> Stream.of(new Left(again, true, again.pause()));
            case FetchOutcome.Failed(Failure.NotNow later) -> Stream.of(new Left(later, false, later.pause()));
            case FetchOutcome.Damaged(Failure.Retryable again, var usable) ->
                Stream.of(new Left(again, true, again.pause()));
            case FetchOutcome.Failed lost -> Stream.empty();
            case FetchOutcome.Damaged asOftenAsItMay -> Stream.empty();
            case FetchOutcome.Stored stored -> Stream.empty();
        };
    }

    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {
        segments.wantedBy(task.id()).forEach(segment -> {
            segment.missing(failure);
            pipeline.fileMissing(recording, segment);
        });
        pipeline.fetchEnded(recording);
    }
}
