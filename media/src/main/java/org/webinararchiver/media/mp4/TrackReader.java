package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.List;
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
        var kind = kind(trak);
        if (!kind.equals("vide") && !kind.equals("soun")) {
            return Optional.empty();
        }
        var stbl = sampleTable(trak);
        var entry = entries(stbl).stream()
                .findFirst()
                .orElseThrow(() -> new NotMp4("a track does not say how it is coded"));
        var description =
                kind.equals("vide") ? new VideoEntry(entry, bytes).read() : new AudioEntry(entry, bytes).read();
        return Optional.of(
                new Track(id(trak), clock(mdia), edits(trak), description, new SampleTable(stbl, bytes).times()));
    }

    boolean isSound(Box trak) throws IOException, NotMp4 {
        return kind(trak).equals("soun");
    }

    /**
     * The packets of a track of plain AAC; absent where it is anything else, or not of one form, or cut into parts.
     *
     * @param data what packets are read through
     */
    Optional<AacPackets> aacPackets(Box trak, Mp4Bytes data) throws IOException, NotMp4 {
        var stbl = sampleTable(trak);
        var entries = entries(stbl);
        if (entries.size() != 1) {
            return Optional.empty();
        }
        var clock = clock(boxes.only(trak, "mdia"));
        var form = new AudioEntry(entries.getFirst(), bytes).aac();
        var samples = new SampleTable(stbl, bytes).samples();
        var shift = edits(trak).shift(clock);
        return form.isPresent() && samples.isPresent() && shift.isPresent()
                ? Optional.of(new AacPackets(form.get(), samples.get(), shift.get(), clock, data))
                : Optional.empty();
    }

    private String kind(Box trak) throws IOException, NotMp4 {
        return bytes.type(boxes.only(boxes.only(trak, "mdia"), "hdlr").body() + HANDLER);
    }

    private List<Box> entries(Box stbl) throws IOException, NotMp4 {
        var stsd = boxes.only(stbl, "stsd");
        return boxes.between(stsd.body() + 8, stsd.end());
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
