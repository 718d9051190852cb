package org.webinararchiver.standalone.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.webinararchiver.standalone.progress.TerminalSize;

/**
 * The size of a terminal as it was a second ago at most, as long as it is wanted: Java is told of no change, so it is
 * asked for beside the drawing.
 */
final class FollowedSize implements Supplier<TerminalSize> {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    private final Supplier<Optional<TerminalSize>> question;
    private final InstantSource clock;
    private final Executor beside;
    private TerminalSize known;
    private Instant nextQuestion;

    /**
     * Knows the size at the start.
     *
     * @param question asked for the size now; when it has no answer, it is asked no more
     */
    FollowedSize(
            TerminalSize atStart, Supplier<Optional<TerminalSize>> question, InstantSource clock, Executor beside) {
        this.known = atStart;
        this.question = question;
        this.clock = clock;
        this.beside = beside;
        this.nextQuestion = clock.instant().plus(BETWEEN_QUESTIONS);
    }

    @Override
    public synchronized TerminalSize get() {
        if (!clock.instant().isBefore(nextQuestion)) {
            nextQuestion = Instant.MAX; // until this one is answered
            beside.execute(this::ask);
        }
        return known;
    }

    private void ask() {
        question.get().ifPresent(this::learn);
    }

    private synchronized void learn(TerminalSize size) {
        known = size;
        nextQuestion = clock.instant().plus(BETWEEN_QUESTIONS);
    }
}
