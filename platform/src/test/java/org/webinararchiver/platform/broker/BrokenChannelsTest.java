package org.webinararchiver.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BrokenChannelsTest {
    private static final Duration MOST = Duration.ofSeconds(30);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final BrokenChannels broken = new BrokenChannels(MOST, now::get);

    @Test
    void aChannelThatIsBrokenFromTheFirstToTheLastLookIsBrokenForTooLong() {
        assertThat(broken.forTooLong(false, () -> true)).isFalse();
        pass(MOST.minusNanos(1));
        assertThat(broken.forTooLong(false, () -> true)).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(broken.forTooLong(false, () -> true)).isTrue();
    }

    @Test
    void aChannelThatRecoversMeanwhileGetsTheWholeTimeAgain() {
        assertThat(broken.forTooLong(false, () -> true)).isFalse();
        pass(MOST);
        assertThat(broken.forTooLong(true, () -> true)).isFalse();
        assertThat(broken.forTooLong(false, () -> true)).isFalse();
        pass(MOST.minusNanos(1));
        assertThat(broken.forTooLong(false, () -> true)).isFalse();
    }

    @Test
    void whileTheBrokerIsAwayAChannelIsNotBrokenButWaits() {
        assertThat(broken.forTooLong(false, () -> true)).isFalse();
        pass(MOST);
        assertThat(broken.forTooLong(false, () -> false)).isFalse();
        pass(MOST);
        assertThat(broken.forTooLong(false, () -> true)).isFalse();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
