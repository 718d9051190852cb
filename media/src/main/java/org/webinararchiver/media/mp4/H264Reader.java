package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how the first picture of a file is coded, and looks at each of its frames. */
final class H264Reader {
    private static final int HANDLER = 8;
    private static final int ENTRY_FIXED = 78;

    /** Two days at thirty frames a second are fewer. */
    private static final long MOST_FRAMES = 6_000_000;

    private final Mp4Bytes bytes;
    private final Boxes boxes;

    H264Reader(Mp4Bytes bytes) {
        this.bytes = bytes;
        this.boxes = new Boxes(bytes);
    }

    Optional<H264Track> read() throws IOException, NotMp4, NotCopyable {
        var moov = movie();
        var trak = picture(moov);
        return trak.isPresent() ? read(moov, trak.get()) : Optional.empty();
    }

    Duration readUntil(Duration instant) throws IOException, NotMp4 {
        var moov = movie();
        var trak = picture(moov).orElseThrow(() -> new NotMp4("it has no picture"));
        var track = new TrackReader(bytes, clock(moov)).read(trak).orElseThrow();
        var samples = new SampleTable(sampleTable(trak), bytes);
        var shift = 0L;
        for (var walk = SampleWalk.of(samples); walk.next(); ) {
            shift = Math.max(shift, walk.decoded() - walk.shown());
        }
        for (var walk = SampleWalk.of(samples); walk.next(); ) {
            var shown = track.edits().shownAt(walk.shown(), track.clock());
            if (shown.isPresent() && shown.get().compareTo(instant) >= 0) {
                var late = track.clock().duration(walk.shown() - walk.decoded() + shift);
                return shown.get().minus(late);
            }
        }
        return instant;
    }

    private Optional<Box> picture(Box moov) throws IOException, NotMp4 {
        for (var trak : boxes.all(moov, "trak")) {
            var handler = boxes.only(boxes.only(trak, "mdia"), "hdlr");
            if (bytes.type(handler.body() + HANDLER).equals("vide")) {
                return Optional.of(trak);
            }
        }
        return Optional.empty();
    }

    private Box sampleTable(Box trak) throws IOException, NotMp4 {
        return boxes.only(boxes.only(boxes.only(trak, "mdia"), "minf"), "stbl");
    }

    private Box movie() throws IOException, NotMp4 {
        for (var at = 0L; bytes.size() - at >= Box.SMALLEST; ) {
            var box = Box.at(bytes, at, bytes.size());
            if (box.type().equals("moov")) {
                return box;
            }
            at = box.end();
        }
        throw new NotMp4("it has no description");
    }

    private Optional<H264Track> read(Box moov, Box trak) throws IOException, NotMp4, NotCopyable {
        var stbl = sampleTable(trak);
        var stsd = boxes.only(stbl, "stsd");
        var entries = boxes.between(stsd.body() + 8, stsd.end());
        if (entries.isEmpty() || !isH264(entries.getFirst())) {
            return Optional.empty();
        }
        if (entries.size() > 1) {
            throw new NotCopyable("is coded in several ways");
        }
        if (boxes.first(moov, "mvex").isPresent()) {
            throw new NotCopyable("comes in fragments");
        }
        return Optional.of(track(new TrackReader(bytes, clock(moov)), trak, stbl, entries.getFirst()));
    }

    private static boolean isH264(Box entry) {
        return entry.type().equals("avc1") || entry.type().equals("avc3");
    }

    private Timescale clock(Box moov) throws IOException, NotMp4 {
        var mvhd = boxes.only(moov, "mvhd");
        return Timescale.of(bytes.unsigned32(mvhd.body() + (bytes.unsigned8(mvhd.body()) == 1 ? 20 : 12)));
    }

    private H264Track track(TrackReader reader, Box trak, Box stbl, Box entry) throws IOException, NotMp4, NotCopyable {
        var track = reader.read(trak).orElseThrow();
        if (track.edits().edits().size() > 1) {
            throw new NotCopyable("is cut into several parts");
        }
        if (!track.times().isEmpty() && track.edits().cuts(track.times().end(), track.clock())) {
            throw new NotCopyable("holds more than it shows");
        }
        if (track.times().count() > MOST_FRAMES) {
            throw new NotCopyable(
                    "claims to have %d frames".formatted(track.times().count()));
        }
        var avcC = boxes.between(entry.body() + ENTRY_FIXED, entry.end()).stream()
                .filter(box -> box.type().equals("avcC"))
                .findFirst()
                .orElseThrow(() -> new NotMp4("a picture lacks its parameter sets"));
        var configuration = AvcConfiguration.of(bytes.copy(avcC.body(), avcC.bodySize()));
        requireSize((Description.Video) track.description(), configuration);
        var frames = new NalScan(bytes, configuration, entry.type().equals("avc3"));
        var keyFrames = new ArrayList<Duration>();
        var shift = walk(SampleWalk.of(new SampleTable(stbl, bytes)), frames, track, keyFrames);
        return new H264Track(
                configuration,
                track.clock().ticks(),
                track.clock()
                        .duration(Math.max(
                                0, track.times().isEmpty() ? 0 : track.times().first() + shift)),
                keyFrames.stream().sorted().toList(),
                new Peculiarity(entry.type(), (Description.Video) track.description(), track.clock(), configuration)
                        .words());
    }

    private static void requireSize(Description.Video video, AvcConfiguration configuration) throws NotCopyable {
        for (var set : configuration.sequences()) {
            var told = SequenceParameters.of(set);
            if (told.isPresent() && !told.get().isOf(video.width(), video.height())) {
                throw new NotCopyable("contradicts itself on its size");
            }
        }
    }

    /** @return by how many ticks frames are shown before their times of decoding, which no decoder can do */
    private long walk(SampleWalk walk, NalScan frames, Track track, List<Duration> keyFrames)
            throws IOException, NotMp4, NotCopyable {
        if (walk.count() != track.times().count()) {
            throw new NotCopyable("contradicts itself on how many frames it has");
        }
        var shift = 0L;
        var seen = 0L;
        while (walk.next()) {
            seen = Math.addExact(seen, walk.size());
            if (seen > bytes.size()) {
                // Looking at the same bytes once for each frame would never end.
                throw new NotCopyable("has frames that share their bytes");
            }
            var frame = frames.look(walk.offset(), walk.size());
            if (frame.damage().isPresent()) {
                throw new NotCopyable(frame.damage().get());
            }
            shift = Math.max(shift, walk.decoded() - walk.shown());
            var shown = track.edits().shownAt(walk.shown(), track.clock());
            if (frame.isKey() && walk.isSync() && shown.isPresent()) {
                keyFrames.add(shown.get());
            }
        }
        return shift;
    }
}
