package org.webinararchiver.core.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deals the connections of a budget to those who want some: one to each in turn until there are none left or nobody
 * wants more. Who comes first changes with time, so that also a single connection goes round.
 */
public final class FairShare {
    private static final Duration TURN = Duration.ofSeconds(10);

    private FairShare() {}

    /**
     * What each may have. The same for everybody who asks with the same arguments in the same turn of ten seconds.
     *
     * @param wanted connections that each could use, by holder
     */
    public static Map<String, Integer> of(int connections, Map<String, Integer> wanted, Instant now) {
        var queue = inTurn(wanted.keySet(), now);
        var dealt = new HashMap<String, Integer>();
        queue.forEach(holder -> dealt.put(holder, 0));
        int left = connections;
        while (left > 0 && !queue.isEmpty()) {
            var holder = queue.poll();
            if (dealt.get(holder) < wanted.get(holder)) {
                dealt.merge(holder, 1, Integer::sum);
                queue.add(holder);
                left--;
            }
        }
        return dealt;
    }

    private static Queue<String> inTurn(Set<String> holders, Instant now) {
        var order = new ArrayList<>(new TreeSet<>(holders));
        long turn = now.getEpochSecond() / TURN.toSeconds();
        Collections.rotate(order, order.isEmpty() ? 0 : (int) (turn % order.size()));
        return new ArrayDeque<>(order);
    }
}
