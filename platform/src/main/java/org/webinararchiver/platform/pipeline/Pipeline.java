package org.webinararchiver.platform.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Identifiers;
import org.webinararchiver.platform.catalog.PartToRender;
import org.webinararchiver.platform.catalog.Parts;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredPart;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.task.TaskLedger;

/** What follows what. Every method runs in the transaction of the event it is named by, under the recording's lock. */
@ApplicationScoped
public class Pipeline {
    /** Few enough to be done within minutes, many enough that a task's own cost does not count. */
    private static final int SEGMENTS_A_BATCH = 64;

    private final TaskLedger tasks;
    private final Segments segments;
    private final Parts parts;
    private final Identifiers identifiers;

    public Pipeline(TaskLedger tasks, Segments segments, Parts parts, Identifiers identifiers) {
        this.tasks = tasks;
        this.segments = segments;
        this.parts = parts;
        this.identifiers = identifiers;
    }

    /** Somebody wants this recording. */
    public void submitted(Recording recording) {
        add(recording, TaskKind.PLAN);
    }

    /** As {@link #planned(Recording, Manifest, String, Manifest)}, of which all is wanted. */
    public void planned(Recording recording, Manifest manifest, String manifestKey) {
        planned(recording, manifest, manifestKey, manifest);
    }

    /**
     * The source has told what there is: of what is wanted, whatever is not stored yet is fetched, in batches of one
     * host each.
     *
     * @param wanted the part of the manifest that the recording's options ask for
     */
    public void planned(Recording recording, Manifest manifest, String manifestKey, Manifest wanted) {
        recording.planned(manifest, manifestKey);
        fetch(recording, notStored(recording, wanted));
        fetch(recording, twinsNotStored(recording));
        fetchEnded(recording);
    }

    /** A file is given up: if it is missing now and has a twin, picture and sound are taken from that. */
    public void fileMissing(Recording recording, StoredSegment file) {
        if (file.kind() == WantedFile.Kind.MEDIA && file.state() == SegmentState.MISSING) {
            file.segment().playlist().ifPresent(twin -> want(recording, twin, WantedFile.Kind.TWIN));
        }
    }

    /** A file turned out to have no picture: where there was one and it has a twin, the picture is taken from that. */
    public void pictureMissing(Recording recording, StoredSegment file) {
        if (file.isPictured() && file.state() == SegmentState.STORED) {
            file.segment().playlist().ifPresent(twin -> want(recording, twin, WantedFile.Kind.TWIN_PICTURE));
        }
    }

    /** A twin gets a task of its own: it is of another host. One that is there or on its way is left alone. */
    private void want(Recording recording, Segment twin, WantedFile.Kind kind) {
        var known = segments.findById(new StoredSegment.Key(recording.id(), twin.id()));
        if (known == null || known.state() == SegmentState.MISSING || known.state() == SegmentState.DROPPED) {
            fetch(recording, List.of(new WantedFile(twin, kind)));
        }
    }

    /** Those of files that are stored; whoever fetches another file wants its twin when it turns out to be needed. */
    private List<WantedFile> twinsNotStored(Recording recording) {
        var all = segments.ofRecording(recording.id());
        var byId = all.stream().collect(Collectors.toMap(row -> row.segment().id(), row -> row));
        return all.stream()
                .filter(row -> row.kind() == WantedFile.Kind.MEDIA && row.state() == SegmentState.STORED)
                .flatMap(row -> row.segment().playlist().stream())
                .flatMap(twin -> Stream.ofNullable(byId.get(twin.id())))
                .filter(twin -> twin.state() != SegmentState.STORED)
                .map(StoredSegment::wantedFile)
                .toList();
    }

    private void fetch(Recording recording, List<WantedFile> wanted) {
        for (var batch : batches(wanted)) {
            var task = add(recording, TaskKind.FETCH);
            batch.forEach(file -> want(recording, file, task));
        }
    }

    private List<WantedFile> notStored(Recording recording, Manifest manifest) {
        var stored = segments.ofRecording(recording.id()).stream()
                .filter(segment -> segment.state() == SegmentState.STORED)
                .map(segment -> segment.segment().id())
                .collect(Collectors.toSet());
        return manifest.wantedFiles().stream()
                .filter(file -> !stored.contains(file.segment().id()))
                .toList();
    }

    private static List<List<WantedFile>> batches(List<WantedFile> wanted) {
        var byHost = wanted.stream()
                .collect(Collectors.groupingBy(file -> file.segment().url().getAuthority()));
        var batches = new ArrayList<List<WantedFile>>();
        for (var ofHost : byHost.values()) {
            for (int from = 0; from < ofHost.size(); from += SEGMENTS_A_BATCH) {
                batches.add(ofHost.subList(from, Math.min(from + SEGMENTS_A_BATCH, ofHost.size())));
            }
        }
        return batches;
    }

    /** What a worker has not begun of its batch becomes batches of their own, which others may take at once. */
    public void regrouped(Recording recording, List<WantedFile> notBegun) {
        fetch(recording, notBegun);
    }

    /** A file that was given up begins anew; one that is still wanted only changes its task. */
    private void want(Recording recording, WantedFile file, UUID task) {
        var segment = file.segment();
        var known = segments.findById(new StoredSegment.Key(recording.id(), segment.id()));
        if (known != null && known.state() == SegmentState.WANTED) {
            known.wantedBy(task, segment.url());
        } else {
            segments.getEntityManager().merge(new StoredSegment(recording.id(), file, task));
        }
    }

    /** A batch has come to its end, with its segments stored or given up; after the last one compiling begins. */
    public void fetchEnded(Recording recording) {
        segments.flush();
        if (recording.state() != RecordingState.DOWNLOADING || tasks.open(recording.id(), TaskKind.FETCH) > 0) {
            return;
        }
        if (segments.count(recording.id(), WantedFile.Kind.MEDIA, SegmentState.STORED) == 0
                && segments.count(recording.id(), WantedFile.Kind.TWIN, SegmentState.STORED) == 0) {
            recording.failed(new Failure.OfRecording(
                    "nothing-fetched",
                    "None of the recording's %d media files could be fetched."
                            .formatted(segments.count(recording.id(), WantedFile.Kind.MEDIA)),
                    "Open the recording in a browser; if it plays there, submit the link again later."));
            return;
        }
        recording.downloaded();
        add(recording, TaskKind.COMPILE);
    }

    /** Segments are wanted, or all are there, and nobody is at work: what is wanted gets a task, or the step ends. */
    void downloadInterrupted(Recording recording) {
        var wanted = segments.ofRecording(recording.id()).stream()
                .filter(segment -> segment.state() == SegmentState.WANTED)
                .map(StoredSegment::wantedFile)
                .toList();
        fetch(recording, wanted);
        fetchEnded(recording);
    }

    /**
     * A recording is to be rendered in parts. What was rendered by the same script before is kept; each other part gets
     * a task.
     *
     * @param script the key of the object that tells what the parts are made of
     */
    public void divided(Recording recording, String script, List<PartToRender> wanted) {
        var rendered = new HashSet<Integer>();
        for (var known : parts.ofRecording(recording.id())) {
            if (known.script().equals(script) && known.objectKey().isPresent()) {
                rendered.add(known.number());
            } else {
                parts.delete(known);
            }
        }
        parts.flush();
        wanted.stream().filter(part -> !rendered.contains(part.number())).forEach(part -> add(recording, script, part));
        partEnded(recording);
    }

    private void add(Recording recording, String script, PartToRender part) {
        var row = new StoredPart(new StoredPart.Key(recording.id(), part.number()), script, part.lasting());
        if (part.ready().isPresent()) {
            row.stored(part.ready().get().objectKey(), part.ready().get().note());
        } else if (part.madeFrom().isPresent()) {
            row.madeOfThoseFrom(part.madeFrom().get());
        } else {
            row.wantedBy(add(recording, TaskKind.RENDER));
        }
        parts.persist(row);
    }

    /** Nobody at work understands how it was divided: it is laid out again. What was rendered is of no use then. */
    public void layOutAgain(Recording recording) {
        tasks.cancelOpen(recording.id());
        add(recording, TaskKind.COMPILE);
    }

    /**
     * The store does not have files any more that were in it. The source is asked again, for addresses grow old, and
     * what is lost is fetched again.
     *
     * @param lost the ids of their segments
     */
    public void filesLost(Recording recording, Set<String> lost) {
        tasks.cancelOpen(recording.id());
        segments.of(recording.id(), lost).values().stream()
                .filter(row -> row.state() == SegmentState.STORED)
                .forEach(StoredSegment::drop);
        recording.filesLost();
        submitted(recording);
    }

    /** A part is stored: one that waited for it may be made, and after the last one they are put together. */
    public void partEnded(Recording recording) {
        parts.flush();
        if (recording.state() != RecordingState.PROCESSING) {
            return;
        }
        parts.thatCanBeMade(recording.id()).ifPresent(part -> part.wantedBy(add(recording, TaskKind.RENDER)));
        if (tasks.open(recording.id(), TaskKind.RENDER) == 0) {
            add(recording, TaskKind.ASSEMBLE);
        }
    }

    /** Adds the task of a step. */
    UUID add(Recording recording, TaskKind kind) {
        segments.flush();
        var id = identifiers.next();
        tasks.add(id, recording.id(), kind);
        return id;
    }
}
