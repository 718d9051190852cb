package org.webinararchiver.platform.database;

import java.io.Serial;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.platform.tls.Untrusted;

/**
 * PostgreSQL does not answer, breaks off, or does not let us work. Whether what was to be committed just then was
 * committed is not known.
 */
public final class DatabaseAway extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Beginnings of what PostgreSQL says of itself rather than of a statement, see "PostgreSQL Error Codes": connection
     * exceptions, too few resources, shutdowns and starts, system errors, and a standby in place of the server.
     */
    private static final List<String> OF_THE_SERVER = List.of("08", "53", "57P0", "58", "25006");

    /** The same, where waiting does not help: wrong user or password, no such database, a disk that is full. */
    private static final List<String> FOR_THE_OPERATOR = List.of("28", "3D", "53100");

    private static final String ADVICE =
            "Look whether PostgreSQL is up and lets the services in; the work goes on by itself when it does.";

    private final Remedy remedy;
    private final boolean isUntrusted;

    private DatabaseAway(SQLException said, RuntimeException cause) {
        super("The database does not do its work: " + said.getMessage().replaceFirst("\\.$", ""), cause);
        this.isUntrusted = Untrusted.isWhy(said);
        this.remedy = isUntrusted || begins(said, FOR_THE_OPERATOR) ? Remedy.OPERATOR : Remedy.TIME;
    }

    /**
     * What a failed transaction of this thread says about the server; empty when it says nothing. An interruption
     * breaks connections too.
     */
    public static Optional<DatabaseAway> in(RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(DatabaseAway::isOfTheServer)
                .findFirst()
                .map(said -> new DatabaseAway(said, failure));
    }

    /** A commit that failed tells why among what it suppressed. */
    private static Stream<Throwable> causes(Throwable failure) {
        if (failure == null) {
            return Stream.empty();
        }
        var suppressed = Stream.of(failure.getSuppressed()).flatMap(DatabaseAway::causes);
        return Stream.concat(Stream.of(failure), Stream.concat(causes(failure.getCause()), suppressed));
    }

    /** The server always gives a code; without one, it is the pool that had no connection in time. */
    private static boolean isOfTheServer(SQLException said) {
        return said.getSQLState() == null || begins(said, OF_THE_SERVER) || begins(said, FOR_THE_OPERATOR);
    }

    private static boolean begins(SQLException said, List<String> codes) {
        return said.getSQLState() != null && codes.stream().anyMatch(said.getSQLState()::startsWith);
    }

    /** What this means for the work that met it. */
    public Failure.OurOutage failure() {
        return new Failure.OurOutage("database-away", getMessage(), isUntrusted ? Untrusted.ADVICE : ADVICE, remedy);
    }
}
