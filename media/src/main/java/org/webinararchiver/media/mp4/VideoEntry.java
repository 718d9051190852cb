package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Reads how pictures are coded (ISO/IEC 14496-12, section 12.1.3). */
final class VideoEntry {
    /** Fixed fields before the boxes that follow. */
    private static final int FIXED = 78;

    private static final int WIDTH = 24;
    private static final int HEIGHT = 26;

    /** The codecs' parameter sets, from which profile, level, chroma and depth follow. */
    private static final Set<String> SETTINGS =
            Set.of("avcC", "hvcC", "vvcC", "vpcC", "av1C", "esds", "d263", "dvcC", "dvvC", "SmDm", "glbl");

    private final Mp4Bytes bytes;
    private final Box entry;

    VideoEntry(Box entry, Mp4Bytes bytes) {
        this.entry = entry;
        this.bytes = bytes;
    }

    Description.Video read() throws IOException, NotMp4 {
        var width = bytes.unsigned16(entry.body() + WIDTH);
        var height = bytes.unsigned16(entry.body() + HEIGHT);
        var hash = new ConfigurationHash();
        var shape = "1:1";
        for (var box : new Boxes(bytes).between(entry.body() + FIXED, entry.end())) {
            if (box.type().equals("pasp")) {
                shape = shapeOfPixels(box);
            } else if (SETTINGS.contains(box.type())) {
                hash.add(box.type(), bytes.copy(box.body(), box.bodySize()));
            }
        }
        var configuration =
                String.format(Locale.ROOT, "%s %dx%d %s %s", entry.type(), width, height, shape, hash.text());
        return new Description.Video(entry.type(), width, height, shape.equals("1:1"), configuration);
    }

    /** Reduced, since 1:1 is also written as 4:4; 0:0 stands for not known. */
    private String shapeOfPixels(Box pasp) throws IOException, NotMp4 {
        var across = bytes.unsigned32(pasp.body());
        var down = bytes.unsigned32(pasp.body() + 4);
        if (across == 0 || down == 0) {
            return "1:1";
        }
        var divisor = greatestCommonDivisor(across, down);
        return across / divisor + ":" + down / divisor;
    }

    private static long greatestCommonDivisor(long first, long second) {
        while (second != 0) {
            var rest = first % second;
            first = second;
            second = rest;
        }
        return first;
    }
}
