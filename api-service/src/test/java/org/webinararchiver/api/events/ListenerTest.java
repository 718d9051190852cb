package org.webinararchiver.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger hungUp = new AtomicInteger();
    private final List<Told> taken = new ArrayList<>();
    private final Listener listener =
            new Listener(new Interest.All(), OptionalLong.empty(), clock, hungUp::incrementAndGet);

    @Test
    void whatIsToldIsSentWhenItIsAskedFor() {
        listener.tell(ONE, Optional.of("a"));
        listener.reached(7, false);
        assertThat(taken).isEmpty();
        take();
        assertThat(taken).containsExactly(new Told.State(7, "a"));
    }

    @Test
    void whoAsksFirstIsSentItAtOnce() {
        take();
        assertThat(taken).isEmpty();
        listener.tell(ONE, Optional.of("a"));
        listener.reached(7, false);
        assertThat(taken).containsExactly(new Told.State(7, "a"));
    }

    @Test
    void ofEachRecordingWhoIsSlowHearsHowItStandsNow() {
        for (int step = 0; step < 10_000; step++) {
            listener.tell(ONE, Optional.of("step " + step));
            listener.tell(OTHER, Optional.of("other " + step));
            listener.reached(step, false);
        }
        take();
        take();
        take();
        assertThat(taken).containsExactly(new Told.State(0, "step 9999"), new Told.State(9999, "other 9999"));
    }

    /** Who is cut off in between is told the rest again, since the place is still the one before. */
    @Test
    void aPlaceIsReachedWithTheLastOfWhatIsToldUpToIt() {
        listener.tell(ONE, Optional.of("a"));
        listener.tell(OTHER, Optional.empty());
        listener.reached(7, false);
        take();
        take();
        assertThat(taken).containsExactly(new Told.State(0, "a"), new Told.Removed(7, OTHER));
    }

    @Test
    void theEndComesAfterAllThatWasTold() {
        listener.tell(ONE, Optional.of("a"));
        listener.reached(7, true);
        take();
        take();
        assertThat(taken).containsExactly(new Told.State(7, "a"), new Told.End());
    }

    @Test
    void aSilenceIsBrokenOnceInItsTime() {
        take();
        clock.passes(Duration.ofMillis(14_999));
        listener.check(settings());
        assertThat(taken).isEmpty();
        clock.passes(Duration.ofMillis(1));
        listener.check(settings());
        assertThat(taken).containsExactly(new Told.Silence());
        take();
        listener.check(settings());
        assertThat(taken).hasSize(1);
    }

    @Test
    void whoTakesNothingIsHungUpOn() {
        take();
        listener.tell(ONE, Optional.of("a"));
        listener.reached(7, false);
        clock.passes(Duration.ofSeconds(59));
        listener.check(settings());
        assertThat(hungUp).hasValue(0);
        clock.passes(Duration.ofSeconds(1));
        listener.check(settings());
        assertThat(hungUp).hasValue(1);
    }

    private void take() {
        listener.next().subscribe().with(taken::add);
    }

    private static EventSettings settings() {
        return new EventSettings() {
            @Override
            public Duration interval() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration heartbeat() {
                return Duration.ofSeconds(15);
            }

            @Override
            public Duration patience() {
                return Duration.ofMinutes(1);
            }

            @Override
            public Duration kept() {
                return Duration.ofDays(7);
            }
        };
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.EPOCH;

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
