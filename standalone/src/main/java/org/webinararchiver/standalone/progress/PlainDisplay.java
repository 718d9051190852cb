package org.webinararchiver.standalone.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.webinararchiver.api.recordings.RecordingView;
import org.webinararchiver.api.recordings.RecordingView.GapView;

/** Progress as lines that stay, for logs and pipes: one whenever the step changes. */
public class PlainDisplay implements Display {
    private final PrintStream out;
    private final PrintStream err;
    private final Map<UUID, String> lastShown = new HashMap<>();

    public PlainDisplay(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void say(String message) {
        err.println(message);
    }

    /** Says nothing: a log has no use for what takes a second or two. */
    @Override
    public void preparing(String step) {}

    @Override
    public void show(RecordingView recording) {
        var step = recording.state().name();
        if (!step.equals(lastShown.put(recording.id(), step))
                && !recording.state().isFinal()) {
            say("%s: %s".formatted(name(recording), ProgressText.of(recording)));
        }
    }

    @Override
    public void finished(RecordingView recording, Path file) {
        if (!recording.gaps().isEmpty()) {
            complain("%s: done, but some of it could not be had:".formatted(name(recording)));
            recording.gaps().forEach(gap -> complain("  " + text(gap)));
        } else {
            say("%s: complete".formatted(name(recording)));
        }
        out.println(file);
        out.flush();
    }

    @Override
    public void failed(RecordingView recording) {
        var failure = recording.failure();
        complain("%s: failed. %s%n  %s".formatted(name(recording), failure.message(), failure.advice()));
    }

    @Override
    public void stopped(RecordingView recording) {
        complain("%s: %s".formatted(name(recording), ProgressText.of(recording)));
    }

    /** Something went wrong, which is said in any case. */
    protected void complain(String trouble) {
        err.println(trouble);
    }

    private static String text(GapView gap) {
        return what(gap) + ": " + gap.reason();
    }

    private static String what(GapView gap) {
        return switch (gap.kind()) {
            case MEDIA -> when(gap) + (gap.participant() == null ? "" : " of " + gap.participant());
            case SLIDE -> when(gap) + ", a slide" + (gap.name() == null ? "" : " (%s)".formatted(gap.name()));
            case DOCUMENT -> "the document " + gap.name();
        };
    }

    private static String when(GapView gap) {
        return "%s to %s".formatted(ClockText.of(gap.from()), ClockText.of(gap.to()));
    }

    static String name(RecordingView recording) {
        return recording.title() == null ? recording.page() : recording.title();
    }
}
