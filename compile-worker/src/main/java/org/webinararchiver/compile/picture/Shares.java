package org.webinararchiver.compile.picture;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.DoubleConsumer;

/** Adds up how far pieces of work have come that are done at once. */
public final class Shares {
    private final long total;
    private final DoubleConsumer progress;
    private final DoubleAdder done = new DoubleAdder();

    public Shares(long total, DoubleConsumer progress) {
        this.total = total;
        this.progress = progress;
    }

    /** Is told the share of one piece that is done, and tells the share of all. */
    public DoubleConsumer of(long piece) {
        var told = new DoubleAdder();
        return share -> {
            double more = share * piece / total - told.sum();
            told.add(more);
            done.add(more);
            progress.accept(Math.clamp(done.sum(), 0, 1));
        };
    }
}
