package org.webinararchiver.systemtests.process;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What signals a program starts with. */
public final class Signals {
    private static final List<String> HEEDING_INTERRUPTS = List.of("env", "--default-signal=INT");

    private Signals() {}

    /**
     * The command that heeds Ctrl+C even when these tests run in the background of a shell: those ignore SIGINT, and so
     * does all that they start. Where the system has no such command, the command as it is.
     */
    public static List<String> heedingInterrupts(List<String> command) throws InterruptedException {
        return succeeds(Stream.concat(HEEDING_INTERRUPTS.stream(), Stream.of("true"))
                        .toList())
                ? Stream.concat(HEEDING_INTERRUPTS.stream(), command.stream()).toList()
                : command;
    }

    /** Whether a command can be run here and ends with 0. */
    public static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
