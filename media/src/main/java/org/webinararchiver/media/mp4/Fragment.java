package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.Optional;

/** Reads a fragment's samples, {@code moof}, into the tracks that they belong to. */
final class Fragment {
    private static final int HAS_BASE_OFFSET = 0x1;
    private static final int BASE_IS_FRAGMENT = 0x20000;

    private final Mp4Bytes bytes;
    private final Boxes boxes;
    private final Movie movie;
    private final Box moof;
    private long dataEnd;

    Fragment(Box moof, Movie movie, Mp4Bytes bytes) {
        this.moof = moof;
        this.movie = movie;
        this.bytes = bytes;
        this.boxes = new Boxes(bytes);
        this.dataEnd = moof.start();
    }

    /** @return the byte after the last one that a sample of this fragment needs */
    long read() throws IOException, NotMp4 {
        var furthest = moof.end();
        for (var traf : boxes.all(moof, "traf")) {
            trackFragment(traf);
            furthest = Math.max(furthest, dataEnd);
        }
        return furthest;
    }

    private void trackFragment(Box traf) throws IOException, NotMp4 {
        var tfhd = boxes.only(traf, "tfhd");
        var id = bytes.unsigned32(tfhd.body() + 4);
        var defaults = movie.defaults().getOrDefault(id, FragmentDefaults.NONE).overriddenBy(tfhd, bytes);
        var track = movie.track(id);
        var base = baseOffset(tfhd);
        dataEnd = base;
        if (track.isPresent()) {
            continueAtDecodeTime(boxes.first(traf, "tfdt"), track.get());
        }
        for (var trun : boxes.all(traf, "trun")) {
            var times = track.map(Track::times).orElseGet(SampleTimes::new);
            dataEnd = new FragmentRun(trun, defaults, bytes).read(times, base, dataEnd);
        }
    }

    private void continueAtDecodeTime(Optional<Box> tfdt, Track track) throws IOException, NotMp4 {
        if (tfdt.isPresent()) {
            var at = tfdt.get().body();
            track.times().continueAt(bytes.unsigned8(at) == 1 ? bytes.unsigned64(at + 4) : bytes.unsigned32(at + 4));
        }
    }

    /** Without a word of it, a track's data follow those of the track before (ISO/IEC 14496-12, section 8.8.7). */
    private long baseOffset(Box tfhd) throws IOException, NotMp4 {
        var flags = bytes.unsigned32(tfhd.body());
        if ((flags & HAS_BASE_OFFSET) != 0) {
            return bytes.unsigned64(tfhd.body() + 8);
        }
        return (flags & BASE_IS_FRAGMENT) != 0 ? moof.start() : dataEnd;
    }
}
