package org.webinararchiver.media.ffmpeg.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts the operating system's limits around a program.
 *
 * <p>Java can not set them, but every POSIX shell can. The script is constant; the program and its arguments reach it
 * as parameters, which the shell does not interpret, and it replaces itself with the program, so that there is one
 * process to end. A limit that can not be set because a lower one is in force already is left at that.
 */
final class Confinement {
    private static final String SCRIPT = """
            ulimit -c 0 2>/dev/null || :
            ulimit -f "$1" 2>/dev/null || :
            ulimit -v "$2" 2>/dev/null || :
            export MALLOC_ARENA_MAX=4
            shift 2
            if setpriv --pdeathsig KILL true 2>/dev/null; then
              set -- setpriv --pdeathsig KILL "$@"
            fi
            exec "$@"
            """;

    /** The unit of {@code ulimit -f} in POSIX. */
    private static final int BLOCK = 512;

    private static final int KIBIBYTE = 1024;

    private Confinement() {}

    /** The command that runs this command within these limits. */
    static List<String> around(List<String> command, RunLimits limits) {
        return around(command, limits, System.getProperty("os.name").toLowerCase(Locale.ROOT));
    }

    static List<String> around(List<String> command, RunLimits limits, String system) {
        if (system.startsWith("windows")) {
            return command;
        }
        var memory = system.startsWith("linux") ? Long.toString(units(limits.memory(), KIBIBYTE)) : "unlimited";
        var confined = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "ffmpeg"));
        confined.add(Long.toString(units(limits.outputFile(), BLOCK)));
        confined.add(memory);
        confined.addAll(command);
        return confined;
    }

    private static long units(long bytes, int unit) {
        return Math.ceilDiv(bytes, (long) unit);
    }
}
