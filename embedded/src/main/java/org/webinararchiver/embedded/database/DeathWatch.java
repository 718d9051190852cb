package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Lets the server end with this program, also when that is killed and cannot stop it any more.
 *
 * <p>A small shell waits on a pipe. The system closes the pipe when this program ends in whatever way, and the shell
 * then asks the server for a fast shutdown (SIGINT). It runs under the server's account, so it can signal nothing else.
 * It is a courtesy: should the shell be killed, too, the next start stops the server.
 */
final class DeathWatch {

    private static final Logger log = Logger.getLogger(DeathWatch.class);
    /** The signals of a terminal go to all its programs, but stopping in order is up to the one that is watched. */
    private static final String SCRIPT = "trap '' HUP INT QUIT TERM; read -r word || kill -INT \"$1\"";

    private final Process shell;

    private DeathWatch(Process shell) {
        this.shell = shell;
    }

    static DeathWatch over(ProcessHandle server, Command command, ServerAccount account) throws IOException {
        var script = List.of("/bin/sh", "-c", SCRIPT, "sh", String.valueOf(server.pid()));
        return new DeathWatch(command.builder(account.command(script))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Ends the watch without touching the server. */
    void dismiss() {
        try (var pipe = shell.getOutputStream()) {
            pipe.write('\n');
        } catch (IOException ended) {
            log.debug("The watch over the database had ended before", ended);
        }
    }
}
