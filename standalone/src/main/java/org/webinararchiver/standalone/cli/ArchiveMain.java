package org.webinararchiver.standalone.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** The command line. It is understood before anything is started, so that help and mistakes are answered at once. */
@QuarkusMain
public final class ArchiveMain {
    private ArchiveMain() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ArchiveCommand())
                .setExecutionExceptionHandler(new PlainErrors())
                .setUsageHelpWidth(100);
    }
}
