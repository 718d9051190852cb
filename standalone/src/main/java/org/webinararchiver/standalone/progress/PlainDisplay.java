package org.webinararchiver.standalone.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.Progress;
import org.webinararchiver.client.Recording;
import org.webinararchiver.client.RecordingState;
import org.webinararchiver.standalone.archive.ExportedFiles;

/** Progress as lines that stay, for logs and pipes: one whenever the step changes, and every few seconds. */
public class PlainDisplay implements Display {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final PrintStream err;
    private final InstantSource clock;
    private final Style style;
    private final Map<UUID, Pace> paces = new HashMap<>();
    private final Map<UUID, Shown> shown = new HashMap<>();

    private record Shown(RecordingState state, Progress progress, Instant at) {}

    public PlainDisplay(PrintStream out, PrintStream err, InstantSource clock) {
        this(out, err, clock, Style.PLAIN);
    }

    PlainDisplay(PrintStream out, PrintStream err, InstantSource clock, Style style) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.style = style;
    }

    @Override
    public void say(String message) {
        err.println(message);
    }

    /** Says nothing: a log has no use for what takes a second or two. */
    @Override
    public void preparing(String step) {}

    @Override
    public void show(Collection<Recording> underWay) {
        noted(underWay);
        underWay.forEach(this::show);
    }

    private void show(Recording recording) {
        var now = clock.instant();
        var before = shown.get(recording.id());
        var isNews = before == null
                || before.state() != recording.state()
                || (!now.isBefore(before.at().plus(BETWEEN_LINES))
                        && !recording.progress().equals(before.progress()));
        if (isNews && !recording.state().isFinal()) {
            say("%s: %s".formatted(name(recording), ProgressText.of(recording, pace(recording))));
            shown.put(recording.id(), new Shown(recording.state(), recording.progress(), now));
        }
    }

    /** Keeps note of how fast these come on, and of no others. */
    protected final void noted(Collection<Recording> underWay) {
        var now = clock.instant();
        underWay.forEach(recording -> pace(recording).note(now, recording));
        paces.keySet().retainAll(underWay.stream().map(Recording::id).collect(Collectors.toSet()));
    }

    protected final Pace pace(Recording recording) {
        return paces.computeIfAbsent(recording.id(), id -> new Pace());
    }

    @Override
    public void finished(Recording recording, ExportedFiles files) {
        if (!recording.gaps().isEmpty()) {
            complain(style.doubtful("%s: done, but some of it could not be had:".formatted(name(recording))));
            recording.gaps().forEach(gap -> complain("  " + GapText.of(gap)));
        } else {
            say(style.good("%s: complete".formatted(name(recording))));
        }
        out.println(files.file());
        out.flush();
    }

    @Override
    public void failed(Recording recording) {
        var failure = recording.failure();
        complain(style.bad("%s: failed. %s%n  %s".formatted(name(recording), failure.message(), failure.advice())));
    }

    @Override
    public void stopped(Recording recording) {
        complain("%s: %s".formatted(name(recording), ProgressText.step(recording)));
    }

    @Override
    public void refused(String name, ProblemException refusal) {
        complain(style.bad("%s: %s%n  %s".formatted(CellText.plain(name), refusal.title(), refusal.advice())));
    }

    /** Something went wrong, which is said in any case. */
    protected void complain(String trouble) {
        err.println(trouble);
    }

    private static String name(Recording recording) {
        return CellText.plain(recording.name());
    }
}
