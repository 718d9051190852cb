package org.webinararchiver.compile.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Spreads voices over as few lanes as people ever speak at once, so that within a lane no two overlap. A meeting where
 * hundreds spoke, but hardly two at a time, is then a mix of two or three long sounds.
 */
final class Lanes {
    private record Lane(int number, long end) {}

    private Lanes() {}

    /** Each lane in order of time; none is empty. */
    static List<List<Utterance>> of(List<Utterance> utterances) {
        var lanes = new ArrayList<List<Utterance>>();
        var soonestFree =
                new PriorityQueue<>(Comparator.comparingLong(Lane::end).thenComparing(Lane::number));
        for (var utterance : utterances.stream()
                .sorted(Comparator.comparingLong(Utterance::start))
                .toList()) {
            if (soonestFree.isEmpty() || soonestFree.element().end() > utterance.start()) {
                soonestFree.add(new Lane(lanes.size(), utterance.start()));
                lanes.add(new ArrayList<>());
            }
            var lane = soonestFree.remove();
            lanes.get(lane.number()).add(utterance);
            soonestFree.add(new Lane(lane.number(), utterance.end()));
        }
        return lanes;
    }
}
