package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;

/**
 * What {@code moov} says of the whole file.
 *
 * @param tracks those of pictures and sound, in the file's order
 * @param defaults of samples in fragments, by the track's id
 * @param dataEnd the byte after the last one that a sample table refers to
 */
record Movie(List<Track> tracks, Map<Long, FragmentDefaults> defaults, long dataEnd) {
    private static final int MOST_TRACKS = 100;

    static Movie read(Box moov, Mp4Bytes bytes) throws IOException, NotMp4 {
        var boxes = new Boxes(bytes);
        var reader = new TrackReader(bytes, clock(moov, bytes));
        var tracks = new ArrayList<Track>();
        var dataEnd = 0L;
        var traks = boxes.all(moov, "trak");
        if (traks.size() > MOST_TRACKS) {
            throw new NotMp4("it says that it has " + traks.size() + " tracks");
        }
        for (var trak : traks) {
            reader.read(trak).ifPresent(tracks::add);
            dataEnd = Math.max(dataEnd, reader.dataEnd(trak));
        }
        return new Movie(List.copyOf(tracks), defaults(moov, bytes), dataEnd);
    }

    /** The clock that edit lists count by. */
    static Timescale clock(Box moov, Mp4Bytes bytes) throws IOException, NotMp4 {
        var mvhd = new Boxes(bytes).only(moov, "mvhd");
        return Timescale.of(bytes.unsigned32(mvhd.body() + (bytes.unsigned8(mvhd.body()) == 1 ? 20 : 12)));
    }

    private static Map<Long, FragmentDefaults> defaults(Box moov, Mp4Bytes bytes) throws IOException, NotMp4 {
        var boxes = new Boxes(bytes);
        var defaults = new HashMap<Long, FragmentDefaults>();
        var mvex = boxes.first(moov, "mvex");
        if (mvex.isPresent()) {
            for (var trex : boxes.all(mvex.get(), "trex")) {
                defaults.put(bytes.unsigned32(trex.body() + 4), FragmentDefaults.ofTrack(trex, bytes));
            }
        }
        return Map.copyOf(defaults);
    }

    Optional<Track> track(long id) {
        return tracks.stream().filter(track -> track.id() == id).findFirst();
    }

    /** Of several tracks of a kind, the first. */
    MediaProbe probe() throws NotMp4 {
        var videos = new ArrayList<VideoStream>();
        var audios = new ArrayList<AudioStream>();
        for (var track : tracks) {
            switch (track.description()) {
                case Description.Video video -> videos.add(track.stream(video));
                case Description.Audio audio -> audios.add(track.stream(audio));
            }
        }
        return new MediaProbe(
                duration(), videos.stream().findFirst(), audios.stream().findFirst());
    }

    private Duration duration() throws NotMp4 {
        var spans = new ArrayList<Span>();
        for (var track : tracks) {
            if (!track.times().isEmpty()) {
                spans.add(track.shown());
            }
        }
        var start = spans.stream().map(Span::start).min(Duration::compareTo).orElse(Duration.ZERO);
        var end = spans.stream().map(Span::end).max(Duration::compareTo).orElse(Duration.ZERO);
        return end.minus(start);
    }
}
