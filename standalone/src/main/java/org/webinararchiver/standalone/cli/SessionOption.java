package org.webinararchiver.standalone.cli;

import org.webinararchiver.core.secret.Pass;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What opens a private recording. */
final class SessionOption {
    @Option(
            names = "--session-id",
            paramLabel = "ID",
            defaultValue = "${env:ARCHIVER_SESSION_ID:-}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = {
                "Opens a private recording: the cookie sessionId of your browser.",
                "Safer in the variable ARCHIVER_SESSION_ID, where other users do not see it."
            })
    private String sessionId = "";

    String value() {
        return sessionId.strip();
    }

    Pass pass() {
        return value().isEmpty() ? Pass.NONE : Pass.of("sessionId", value());
    }
}
