package org.webinararchiver.simulator.server;

import java.time.Duration;
import java.util.Objects;

/** How slow the way to the simulator is: as fast as the machine at first. It changes nothing about what is answered. */
public final class Network {
    private volatile Duration latency = Duration.ZERO;
    private volatile long bytesASecond = Long.MAX_VALUE;

    /** Every answer begins so much later from now on. */
    public void latency(Duration each) {
        if (each.isNegative()) {
            throw new IllegalArgumentException("nothing is answered before it was asked: " + each);
        }
        latency = Objects.requireNonNull(each);
    }

    /**
     * The bandwidth of each media file from now on, however many are sent at once.
     *
     * @param most bytes a second, 100 or more
     */
    public void bandwidth(long most) {
        if (most < PacedBody.SLICES_A_SECOND) {
            throw new IllegalArgumentException("too slow to be anything but a stall: " + most);
        }
        bytesASecond = most;
    }

    void fast() {
        latency = Duration.ZERO;
        bytesASecond = Long.MAX_VALUE;
    }

    Duration latency() {
        return latency;
    }

    long bandwidth() {
        return bytesASecond;
    }

    boolean isLimited() {
        return bytesASecond != Long.MAX_VALUE;
    }
}
