package org.webinararchiver.compile.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/** A piece of a rendered picture that one process encodes. */
public sealed interface Chunk {

    /** When frame 0 is shown, from which the others are counted. */
    Duration origin();

    /** The number of its first frame. */
    long first();

    /** How many it has, 1 or more. */
    long frames();

    /** Frames of a segment. */
    record OfFootage(Footage footage, Duration origin, long first, long frames) implements Chunk {
        public OfFootage {
            Objects.requireNonNull(footage);
            Objects.requireNonNull(origin);
            requireFrames(first, frames);
        }
    }

    /** Black frames. */
    record Black(Duration origin, long first, long frames) implements Chunk {
        public Black {
            Objects.requireNonNull(origin);
            requireFrames(first, frames);
        }
    }

    /**
     * All chunks of stretches that adjoin, in their order. They adjoin too; a stretch too short for a single frame has
     * none. Frames are counted from where the first stretch begins.
     */
    static List<Chunk> of(List<Stretch> stretches, FrameRate rate) {
        var chunks = new ArrayList<Chunk>();
        for (var stretch : stretches) {
            var origin = stretches.getFirst().at();
            long first = rate.frameAt(stretch.at().minus(origin));
            long frames = rate.frameAt(stretch.end().minus(origin)) - first;
            if (frames > 0) {
                switch (stretch) {
                    case Footage footage -> chunks.add(new OfFootage(footage, origin, first, frames));
                    case Blank blank -> chunks.addAll(black(origin, first, frames, rate));
                }
            }
        }
        return chunks;
    }

    /**
     * Black of any length, in pieces of a minute and a shorter one: pieces of one length are encoded once, however long
     * nothing is seen.
     */
    static List<Black> black(Duration origin, long first, long frames, FrameRate rate) {
        long most = rate.framesIn(60);
        var pieces = new ArrayList<Black>();
        for (long done = 0; done < frames; done += most) {
            pieces.add(new Black(origin, first + done, Math.min(most, frames - done)));
        }
        return pieces;
    }

    private static void requireFrames(long first, long frames) {
        if (first < 0 || frames < 1) {
            throw new IllegalArgumentException(frames + " frames from number " + first);
        }
    }
}
