package org.webinararchiver.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Follows one recording to its end: by the events of the server, gone on with after the last one when the connection
 * breaks; and by looks every now and then where the server has no events.
 */
final class Following {
    private final Calls calls;
    private final ClientSettings settings;
    private final UUID id;
    private final Consumer<Recording> listener;
    private String lastEvent = "";
    private boolean ended;

    Following(Calls calls, ClientSettings settings, UUID id, Consumer<Recording> listener) {
        this.calls = calls;
        this.settings = settings;
        this.id = id;
        this.listener = listener;
    }

    /** Returns when the recording has ended. */
    void toTheEnd() throws InterruptedException {
        int failures = 0;
        while (!ended) {
            var before = lastEvent;
            if (!listen()) {
                look();
                return;
            }
            failures = lastEvent.equals(before) ? failures + 1 : 0;
            if (!ended) {
                Thread.sleep(calls.pauseAfter(Math.min(Math.max(failures, 1), 6)));
            }
        }
    }

    /** Hears events until the stream ends; answers whether there is one. */
    private boolean listen() throws InterruptedException {
        var request = calls.request("/recordings/" + id + "/events")
                .header("Accept", "text/event-stream")
                .timeout(settings.silence());
        if (!lastEvent.isEmpty()) {
            request.header("Last-Event-ID", lastEvent);
        }
        var lines = new LineQueue();
        var answer = calls.send(request.build(), Calls.Repeating.HARMLESS, info -> lines.body());
        try {
            if (answer.statusCode() == 404 || answer.statusCode() == 406) {
                return false;
            }
            if (answer.statusCode() >= 400) {
                calls.answered(request.build(), Calls.Repeating.HARMLESS); // which says what is wrong
            }
            hear(lines);
            return true;
        } finally {
            lines.cancel();
        }
    }

    private void hear(LineQueue lines) throws InterruptedException {
        var events = new EventLines();
        while (!ended) {
            var line = lines.next(settings.silence());
            if (line.isEmpty()) {
                return;
            }
            events.take(line.get()).ifPresent(this::heard);
        }
    }

    private void heard(SentEvent event) {
        lastEvent = event.id();
        if (event.name().equals("recording")) {
            try {
                tell(Json.read(event.data().getBytes(StandardCharsets.UTF_8), Recording.class));
            } catch (IOException noRecording) {
                throw new UnreachableException(settings.archiver(), noRecording);
            }
        }
    }

    private void look() throws InterruptedException {
        while (true) {
            tell(calls.json(calls.request("/recordings/" + id).build(), Calls.Repeating.HARMLESS, Recording.class));
            if (ended) {
                return;
            }
            Thread.sleep(settings.look());
        }
    }

    private void tell(Recording recording) {
        ended = recording.state().isFinal();
        listener.accept(recording);
    }
}
