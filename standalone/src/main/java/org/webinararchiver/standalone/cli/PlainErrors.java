package org.webinararchiver.standalone.cli;

import org.jboss.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** An error as a person wants it: what happened and what to do; the rest goes to the log. */
final class PlainErrors implements IExecutionExceptionHandler {
    /** The system property that has the rest shown too. */
    static final String WHOLE = "archiver.errors.whole";

    private static final Logger LOG = Logger.getLogger(PlainErrors.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        LOG.error("the command failed", failure);
        var message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        commandLine.getErr().println(message);
        if (Boolean.getBoolean(WHOLE)) {
            failure.printStackTrace(commandLine.getErr());
        }
        return ExitCode.FAILED.number();
    }
}
