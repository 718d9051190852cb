package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.Set;

/**
 * A box of the ISO base media file format (ISO/IEC 14496-12, section 4.2).
 *
 * @param type four characters
 * @param start the byte where its header starts
 * @param body the byte after its header
 * @param end the byte after it
 */
record Box(String type, long start, long body, long end) {
    static final int SMALLEST = 8;
    private static final int LARGE_HEADER = 16;

    /** The kinds of box that real files hold at their top; others there are rubbish. */
    private static final Set<String> OF_FILES = Set.of(
            "ftyp", "moov", "mdat", "moof", "styp", "sidx", "ssix", "mfra", "free", "skip", "wide", "uuid", "meta",
            "udta", "pnot", "emsg", "prft", "pdin", "meco", "PICT", "bloc", "junk");

    /**
     * Reads a header.
     *
     * @param limit where the surroundings end, to which a box without a size extends
     * @throws NotMp4 when its size is less than that of its header
     */
    static Box at(Mp4Bytes bytes, long start, long limit) throws IOException, NotMp4 {
        var size = bytes.unsigned32(start);
        var type = bytes.type(start + 4);
        if (size == 0) {
            return new Box(type, start, start + SMALLEST, limit);
        }
        var isLarge = size == 1;
        var header = isLarge ? LARGE_HEADER : SMALLEST;
        var length = isLarge ? bytes.unsigned64(start + SMALLEST) : size;
        if (length < header || length > Long.MAX_VALUE - start) {
            throw new NotMp4("the box at byte " + start + " says that it is " + length + " bytes long");
        }
        return new Box(type, start, start + header, start + length);
    }

    /** Whether a box starts here of a kind that real files hold at their top. */
    static boolean isHeaderOfFile(Mp4Bytes bytes, long at) throws IOException, NotMp4 {
        return OF_FILES.contains(bytes.type(at + 4));
    }

    long bodySize() {
        return end - body;
    }
}
