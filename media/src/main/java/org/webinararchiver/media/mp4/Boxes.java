package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds boxes within boxes. Never recurses: callers name the path, so a file can not make it deep. */
final class Boxes {
    /** Far more than the boxes within any box of a real file. */
    private static final int MOST = 10_000;

    private final Mp4Bytes bytes;

    Boxes(Mp4Bytes bytes) {
        this.bytes = bytes;
    }

    List<Box> in(Box parent) throws IOException, NotMp4 {
        return between(parent.body(), parent.end());
    }

    /** Fewer than eight bytes that are left over are padding. */
    List<Box> between(long start, long end) throws IOException, NotMp4 {
        var boxes = new ArrayList<Box>();
        for (var at = start; end - at >= Box.SMALLEST; at = boxes.getLast().end()) {
            var box = Box.at(bytes, at, end);
            if (box.end() > end || boxes.size() >= MOST) {
                throw new NotMp4("the box at byte " + at + " goes beyond the one that holds it, or is one of too many");
            }
            boxes.add(box);
        }
        return boxes;
    }

    List<Box> all(Box parent, String type) throws IOException, NotMp4 {
        return in(parent).stream().filter(box -> box.type().equals(type)).toList();
    }

    Optional<Box> first(Box parent, String type) throws IOException, NotMp4 {
        return in(parent).stream().filter(box -> box.type().equals(type)).findFirst();
    }

    Box only(Box parent, String type) throws IOException, NotMp4 {
        return first(parent, type)
                .orElseThrow(() ->
                        new NotMp4("the box " + parent.type() + " at byte " + parent.start() + " lacks its " + type));
    }
}
