package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.Optional;

/** Reads one track's description: {@code trak}. */
final class TrackReader {
    private static final int HANDLER = 8;

    private final Mp4Bytes bytes;
    private final Boxes boxes;
    private final Timescale movie;

    TrackReader(Mp4Bytes bytes, Timescale movie) {
        this.bytes = bytes;
        this.boxes = new Boxes(bytes);
        this.movie = movie;
    }

    /** Absent for tracks of neither pictures nor sound, for example of captions. */
    Optional<Track> read(Box trak) throws IOException, NotMp4 {
        var mdia = boxes.only(trak, "mdia");
        var kind = bytes.type(boxes.only(mdia, "hdlr").body() + HANDLER);
        if (!kind.equals("vide") && !kind.equals("soun")) {
            return Optional.empty();
        }
        var stbl = sampleTable(trak);
        var entry = boxes
                .between(
                        boxes.only(stbl, "stsd").body() + 8,
                        boxes.only(stbl, "stsd").end())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotMp4("a track does not say how it is coded"));
        var description =
                kind.equals("vide") ? new VideoEntry(entry, bytes).read() : new AudioEntry(entry, bytes).read();
        return Optional.of(
                new Track(id(trak), clock(mdia), edits(trak), description, new SampleTable(stbl, bytes).times()));
    }

    /** The byte after the last one that this track needs. */
    long dataEnd(Box trak) throws IOException, NotMp4 {
        return new SampleTable(sampleTable(trak), bytes).dataEnd();
    }

    private Box sampleTable(Box trak) throws IOException, NotMp4 {
        return boxes.only(boxes.only(boxes.only(trak, "mdia"), "minf"), "stbl");
    }

    private long id(Box trak) throws IOException, NotMp4 {
        var tkhd = boxes.only(trak, "tkhd");
        return bytes.unsigned32(tkhd.body() + (isLarge(tkhd) ? 20 : 12));
    }

    private Timescale clock(Box mdia) throws IOException, NotMp4 {
        var mdhd = boxes.only(mdia, "mdhd");
        return Timescale.of(bytes.unsigned32(mdhd.body() + (isLarge(mdhd) ? 20 : 12)));
    }

    private EditList edits(Box trak) throws IOException, NotMp4 {
        var edts = boxes.first(trak, "edts");
        var elst = edts.isPresent() ? boxes.first(edts.get(), "elst") : Optional.<Box>empty();
        return elst.isPresent() ? EditList.read(elst.get(), movie, bytes) : EditList.none(movie);
    }

    private boolean isLarge(Box header) throws IOException, NotMp4 {
        return bytes.unsigned8(header.body()) == 1;
    }
}
