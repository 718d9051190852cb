package org.webinararchiver.standalone.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.Recording;
import org.webinararchiver.standalone.cli.ExitCode;
import org.webinararchiver.standalone.progress.Display;

/**
 * Submits links, watches their recordings until each has ended, and has the finished files put where the user wants
 * them. What has ended stays so when another archive takes over.
 */
public final class ArchiveLinks implements ArchiveJob {
    private static final long MILLIS_BETWEEN_LOOKS = 200;
    /** Of many recordings, some at a time are looked at, so that looking takes no time from the work. */
    private static final int LOOKED_AT_ONCE = 20;

    /** In a row, each of some seconds. */
    private static final int MOST_TROUBLES = 20;

    private final List<Wanted> links;
    private final ExportWish wish;
    private final Display display;
    private int troubles;
    private final Map<Wanted, ExitCode> ended = new HashMap<>();

    /** @param links to archive, in this order */
    public ArchiveLinks(List<Wanted> links, ExportWish wish, Display display) {
        this.links = List.copyOf(links);
        this.wish = wish;
        this.display = display;
    }

    /** Answers with the worst that became of one of them. */
    @Override
    public ExitCode work(Archive archive) throws InterruptedException {
        var waiting = submitted(archive);
        display.show(waiting.values());
        while (!waiting.isEmpty()) {
            for (var wanted : nextOf(waiting)) {
                look(archive, wanted, waiting);
            }
            display.show(waiting.values());
            TimeUnit.MILLISECONDS.sleep(waiting.isEmpty() ? 0 : MILLIS_BETWEEN_LOOKS);
        }
        return ended.values().stream().reduce(ExitCode.COMPLETE, ExitCode::orWorse);
    }

    private Map<Wanted, Recording> submitted(Archive archive) {
        var waiting = new LinkedHashMap<Wanted, Recording>();
        for (var wanted : links) {
            if (!ended.containsKey(wanted)) {
                try {
                    waiting.put(wanted, archive.submit(wanted));
                } catch (ProblemException refusal) {
                    if (Archive.isInTrouble(refusal)) {
                        throw refusal;
                    }
                    display.refused(wanted.page().toString(), refusal);
                    ended.put(wanted, ExitCode.FAILED);
                }
            }
        }
        return waiting;
    }

    /** Those that were not looked at for longest. */
    private static List<Wanted> nextOf(Map<Wanted, Recording> waiting) {
        return new ArrayList<>(waiting.keySet()).subList(0, Math.min(LOOKED_AT_ONCE, waiting.size()));
    }

    private void look(Archive archive, Wanted wanted, Map<Wanted, Recording> waiting) {
        var before = waiting.get(wanted);
        try {
            var recording = archive.show(before.id());
            troubles = 0;
            if (recording.state().isFinal()) {
                var exitCode = end(archive, recording);
                waiting.remove(wanted);
                ended.put(wanted, exitCode);
            } else if (waiting.size() > LOOKED_AT_ONCE) {
                waiting.remove(wanted); // so that it becomes the last
                waiting.put(wanted, recording);
            } else {
                waiting.put(wanted, recording);
            }
        } catch (ProblemException refusal) {
            if (Archive.isInTrouble(refusal) && ++troubles < MOST_TROUBLES) {
                return; // it may be ending, and then this one takes over
            }
            display.refused(before.name(), refusal);
            waiting.remove(wanted);
            ended.put(wanted, ExitCode.FAILED);
        }
    }

    private ExitCode end(Archive archive, Recording recording) {
        if (recording.failure() != null) {
            display.failed(recording);
            return ExitCode.FAILED;
        }
        if (recording.outcome() == null) {
            display.stopped(recording);
            return ExitCode.FAILED;
        }
        display.finished(recording, archive.export(recording.id(), wish));
        return switch (recording.outcome()) {
            case COMPLETE -> ExitCode.COMPLETE;
            case COMPLETE_WITH_GAPS, UNKNOWN -> ExitCode.COMPLETE_WITH_GAPS;
        };
    }
}
