package org.webinararchiver.compile.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/** A piece of a rendered picture that one process encodes. */
public sealed interface Chunk {

    /** The number of its first frame, counted from the recording's beginning. */
    long first();

    /** How many it has, 1 or more. */
    long frames();

    /** Frames of a segment. */
    record OfFootage(Footage footage, long first, long frames) implements Chunk {
        public OfFootage {
            Objects.requireNonNull(footage);
            requireFrames(first, frames);
        }
    }

    /** Black frames. */
    record Black(long first, long frames) implements Chunk {
        public Black {
            requireFrames(first, frames);
        }
    }

    /** All chunks of a picture in their order. They adjoin; a stretch too short for a single frame has none. */
    static List<Chunk> of(Picture picture, FrameRate rate) {
        var chunks = new ArrayList<Chunk>();
        for (var stretch : picture.stretches()) {
            long first = rate.frameAt(stretch.at());
            long frames = rate.frameAt(stretch.end()) - first;
            if (frames > 0) {
                switch (stretch) {
                    case Footage footage -> chunks.add(new OfFootage(footage, first, frames));
                    case Blank blank -> chunks.addAll(black(first, frames, rate));
                }
            }
        }
        return chunks;
    }

    /**
     * Black of any length, in pieces of a minute and a shorter one: pieces of one length are encoded once, however long
     * nothing is seen.
     */
    static List<Black> black(long first, long frames, FrameRate rate) {
        long most = rate.framesPerSecond() * 60L;
        var pieces = new ArrayList<Black>();
        for (long done = 0; done < frames; done += most) {
            pieces.add(new Black(first + done, Math.min(most, frames - done)));
        }
        return pieces;
    }

    private static void requireFrames(long first, long frames) {
        if (first < 0 || frames < 1) {
            throw new IllegalArgumentException(frames + " frames from number " + first);
        }
    }
}
