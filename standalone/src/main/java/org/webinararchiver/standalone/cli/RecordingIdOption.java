package org.webinararchiver.standalone.cli;

import java.util.UUID;
import java.util.function.Function;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.Recording;
import org.webinararchiver.standalone.progress.JsonDisplay;
import org.webinararchiver.standalone.progress.RecordingText;
import picocli.CommandLine.Parameters;

/** The recording that a command is about. */
final class RecordingIdOption {
    private static final int NOT_FOUND = 404;

    @Parameters(paramLabel = "ID", arity = "1", description = "The recording's id, as ./archive list shows it.")
    private UUID id;

    /** Does something to it and prints how it stands then. */
    ExitCode print(Function<UUID, Recording> act, boolean json) {
        try {
            var recording = act.apply(id);
            if (json) {
                JsonDisplay.write(System.out, recording);
            } else {
                RecordingText.lines(recording).forEach(System.out::println);
            }
            System.out.flush();
            return ExitCode.COMPLETE;
        } catch (ProblemException refusal) {
            System.err.println(
                    refusal.status() == NOT_FOUND
                            ? "There is no recording %s here. ./archive list shows all.".formatted(id)
                            : refusal.getMessage());
            return ExitCode.FAILED;
        }
    }
}
