package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.standalone.progress.TerminalSize;

class FollowedSizeTest {
    private static final TerminalSize WIDE = new TerminalSize(80, 24);
    private static final TerminalSize NARROW = new TerminalSize(40, 24);

    private final ArrayDeque<Runnable> questions = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;
    private Optional<TerminalSize> answer = Optional.of(WIDE);
    private final FollowedSize size = new FollowedSize(WIDE, () -> answer, (InstantSource) () -> now, questions::add);

    @Test
    void aChangeIsNoticedWithinASecond() {
        answer = Optional.of(NARROW);
        now = now.plusMillis(1000);
        assertThat(size.get()).as("nobody waits for the answer").isEqualTo(WIDE);
        questions.remove().run();
        assertThat(size.get()).isEqualTo(NARROW);
    }

    @Test
    void itIsAskedForOnceASecondAndOnlyWhileItIsWanted() {
        for (int looks = 0; looks < 5; looks++) {
            assertThat(size.get()).isEqualTo(WIDE);
            now = now.plusMillis(200);
        }
        assertThat(questions).isEmpty();
        assertThat(size.get()).isEqualTo(WIDE);
        now = now.plusSeconds(60);
        assertThat(size.get()).isEqualTo(WIDE);
        assertThat(questions).as("one that is not answered yet is enough").hasSize(1);
        questions.remove().run();
        now = now.plusMillis(999);
        assertThat(size.get()).isEqualTo(WIDE);
        assertThat(questions).isEmpty();
    }

    @Test
    void whereItCannotBeToldItIsTheFirstOneAndNotAskedForAgain() {
        answer = Optional.empty();
        now = now.plusSeconds(1);
        assertThat(size.get()).isEqualTo(WIDE);
        questions.remove().run();
        now = now.plusSeconds(60);
        assertThat(size.get()).isEqualTo(WIDE);
        assertThat(questions).isEmpty();
    }
}
