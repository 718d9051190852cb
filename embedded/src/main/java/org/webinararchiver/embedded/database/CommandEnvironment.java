package org.webinararchiver.embedded.database;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The environment variables that PostgreSQL's programs get to see. */
final class CommandEnvironment {

    /** What the system's own libraries and shell need; the rest of them is Windows's. */
    private static final Set<String> KEPT = Set.of("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "TEMP", "TMP");

    private CommandEnvironment() {}

    static void narrow(Map<String, String> environment) {
        environment.keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
        // English messages, for some are looked for in the output; the cluster's own locale is set by initdb.
        environment.put("LC_ALL", "C");
    }
}
