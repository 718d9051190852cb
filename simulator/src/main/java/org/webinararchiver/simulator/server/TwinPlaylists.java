package org.webinararchiver.simulator.server;

import java.util.List;
import java.util.Locale;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.meeting.TwinSpec.Packing;

/** The playlists of a twin, as the platform writes them. */
final class TwinPlaylists {
    private final TwinSpec twin;
    private final StringBuilder text = new StringBuilder();

    TwinPlaylists(TwinSpec twin) {
        this.twin = twin;
    }

    /** The sound, and the picture in two sizes. */
    static String master(Take take) {
        var size = take.picture().orElseThrow().size();
        return """
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="main",DEFAULT=YES,AUTOSELECT=YES,URI="a1/index.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=200000,RESOLUTION=320x180,CODECS="vp09.00.11.08,opus",AUDIO="audio"
                v1/index.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=700000,RESOLUTION=%s,CODECS="vp09.00.21.08,opus",AUDIO="audio"
                v2/index.m3u8
                """.formatted(size);
    }

    String media(List<PackedPart> parts) {
        line("#EXTM3U");
        line("#EXT-X-VERSION:7");
        line("#EXT-X-TARGETDURATION:" + TwinPart.PIECE.toSeconds());
        line("#EXT-X-MEDIA-SEQUENCE:0");
        for (int number = 0; number < parts.size(); number++) {
            if (number > 0) {
                line("#EXT-X-DISCONTINUITY");
            }
            addPart(number, parts.get(number));
        }
        if (!twin.endless()) {
            line("#EXT-X-ENDLIST");
        }
        return text.toString();
    }

    private void addPart(int number, PackedPart part) {
        boolean inRanges = twin.packing() == Packing.RANGES;
        line(
                inRanges
                        ? "#EXT-X-MAP:URI=\"%d/all.mp4\",BYTERANGE=\"%d@0\""
                                .formatted(number, part.description().length)
                        : "#EXT-X-MAP:URI=\"%d/init.mp4\"".formatted(number));
        if (twin.encrypted()) {
            line("#EXT-X-KEY:METHOD=AES-128,URI=\"../key\"");
        }
        for (int piece = 0; piece < part.pieces().size(); piece++) {
            var seconds = part.durations().get(piece).toMillis() / 1000.0;
            line(String.format(Locale.ROOT, "#EXTINF:%.6f,", seconds));
            if (inRanges) {
                line("#EXT-X-BYTERANGE:" + part.pieces().get(piece).length
                        + (piece == 0 ? "@" + part.description().length : ""));
            }
            line(inRanges ? number + "/all.mp4" : number + "/" + piece + ".m4s");
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
