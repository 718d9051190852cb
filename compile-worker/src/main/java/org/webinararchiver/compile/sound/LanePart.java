package org.webinararchiver.compile.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a lane that one process writes: voices and the silence around them. The parts of a lane adjoin and cover
 * their whole window.
 *
 * @param start its first sample's place in the recording
 * @param end the place after its last sample
 */
record LanePart(long start, long end, List<Utterance> utterances) {
    /** More inputs than this make ffmpeg slow to start and large. */
    static final int MOST_UTTERANCES = 24;

    LanePart {
        utterances = List.copyOf(utterances);
        if (start < 0 || end <= start || utterances.isEmpty()) {
            throw new IllegalArgumentException("a part from " + start + " to " + end);
        }
    }

    /**
     * Divides a lane.
     *
     * @param lane voices in order that do not overlap
     * @param window that they are heard in, all of which the parts cover
     */
    static List<LanePart> of(List<Utterance> lane, SoundWindow window) {
        var parts = new ArrayList<LanePart>();
        long start = window.start();
        for (int first = 0; first < lane.size(); first += MOST_UTTERANCES) {
            int next = Math.min(lane.size(), first + MOST_UTTERANCES);
            long end = next < lane.size() ? lane.get(next).start() : window.end();
            parts.add(new LanePart(start, end, lane.subList(first, next)));
            start = end;
        }
        return parts;
    }

    long samples() {
        return end - start;
    }

    /** The same part with what could be saved of its voices, in their order. */
    LanePart with(List<Utterance> saved) {
        return new LanePart(start, end, saved);
    }

    /** How long a voice and the silence after it last, in samples. */
    long slot(int index) {
        long next = index + 1 < utterances.size() ? utterances.get(index + 1).start() : end;
        return next - utterances.get(index).start();
    }
}
