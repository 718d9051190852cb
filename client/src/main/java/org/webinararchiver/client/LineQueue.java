package org.webinararchiver.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines of an answer, taken one by one, none of them waited for endlessly. One is asked for at a time. */
final class LineQueue implements Flow.Subscriber<String> {

    /** A line, or the end. */
    private sealed interface Word {
        record Line(String text) implements Word {}

        record End() implements Word {}
    }

    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;

    /** What fills it with the lines of an answer; the answer is there before its lines are. */
    BodySubscriber<LineQueue> body() {
        var lines = BodySubscribers.fromLineSubscriber(this, queue -> queue, StandardCharsets.UTF_8, null);
        return new BodySubscriber<>() {
            @Override
            public CompletionStage<LineQueue> getBody() {
                return CompletableFuture.completedStage(LineQueue.this);
            }

            @Override
            public void onSubscribe(Flow.Subscription opened) {
                lines.onSubscribe(opened);
            }

            @Override
            public void onNext(List<ByteBuffer> bytes) {
                lines.onNext(bytes);
            }

            @Override
            public void onError(Throwable broken) {
                lines.onError(broken);
            }

            @Override
            public void onComplete() {
                lines.onComplete();
            }
        };
    }

    /** The next line; empty when there is none any more, or none within this time. */
    Optional<String> next(Duration silence) throws InterruptedException {
        return switch (words.poll(silence.toMillis(), TimeUnit.MILLISECONDS)) {
            case Word.Line(var text) -> {
                subscription.request(1);
                yield Optional.of(text);
            }
            case Word.End() -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** Closes the connection. */
    void cancel() {
        var open = subscription;
        if (open != null) {
            open.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
        subscription = opened;
        opened.request(1);
    }

    @Override
    public void onNext(String line) {
        words.add(new Word.Line(line));
    }

    @Override
    public void onError(Throwable broken) {
        words.add(new Word.End());
    }

    @Override
    public void onComplete() {
        words.add(new Word.End());
    }
}
