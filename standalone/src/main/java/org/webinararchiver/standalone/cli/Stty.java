package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.webinararchiver.standalone.progress.TerminalSize;

/** The program that knows the size of the terminal where progress is drawn; the start script asks it too. */
final class Stty {
    /** Of the terminal that standard error is; what the program complains about is not to be seen there. */
    private static final String QUESTION = "stty size <&2 2>/dev/null";

    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})");

    private Stty() {}

    /** Empty where there is no such program or no terminal. */
    static Optional<TerminalSize> size() {
        try {
            var program = new ProcessBuilder("sh", "-c", QUESTION)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var answer = program.inputReader()) {
                return size(answer.readLine());
            }
        } catch (IOException noShell) {
            return Optional.empty();
        }
    }

    /** Empty for a terminal that does not know its size either, which says that it is 0. */
    static Optional<TerminalSize> size(String answer) {
        var found = ROWS_AND_COLUMNS.matcher(answer == null ? "" : answer.strip());
        return found.matches()
                ? Optional.of(new TerminalSize(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(1))))
                : Optional.empty();
    }
}
