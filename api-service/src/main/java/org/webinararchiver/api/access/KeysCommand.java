package org.webinararchiver.api.access;

import com.fasterxml.uuid.Generators;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys create}, {@code list}, {@code limit} and {@code revoke}: the only way to make and end API keys. */
@Command(name = "keys", description = "Makes, lists, limits and ends API keys.")
public final class KeysCommand implements Runnable {
    private static final int DONE = 0;
    private static final int NOT_DONE = 1;

    private final Supplier<DataSource> database;

    @Spec
    private CommandSpec spec;

    /** On the database of the service's own settings. */
    public KeysCommand() {
        this(ConfiguredDatabase::find);
    }

    KeysCommand(Supplier<DataSource> database) {
        this.database = database;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "What is to be done with keys: create, list, limit or revoke?");
    }

    @Command(name = "create", description = "Makes a key and prints it; it can not be shown again.")
    int create(
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is for, to people.")
                    String name,
            @Option(
                            names = "--scopes",
                            required = true,
                            split = ",",
                            paramLabel = "SCOPE",
                            description = "submit, read and admin, separated by commas; admin is all of it.")
                    List<Scope> scopes,
            @Option(
                            names = "--owner",
                            paramLabel = "OWNER",
                            description = "Whose recordings it opens; its name where this is left out. What programs"
                                    + " of the service's own machine submit belongs to \"local\".")
                    String owner,
            @Option(
                            names = "--expires",
                            paramLabel = "TIME",
                            converter = LengthOfTime.class,
                            description = "After what time it opens nothing any more, such as P90D; never where this is"
                                    + " left out.")
                    TemporalAmount expires,
            @Mixin LimitOptions limits) {
        var wanted = wanted(
                name,
                owner == null ? name : owner,
                scopes,
                Optional.ofNullable(expires),
                limits.over(KeyLimits.AS_CONFIGURED));
        var text = KeyText.random(new SecureRandom());
        var id = Generators.timeBasedEpochGenerator().generate();
        return told(keys -> {
            keys.add(id, text, wanted);
            spec.commandLine().getErr().printf("Key %s, named %s. Keep it; it can not be shown again.%n", id, name);
            out().println(text.secret());
            out().flush();
            return DONE;
        });
    }

    private NewKey wanted(
            String name, String owner, List<Scope> scopes, Optional<TemporalAmount> expires, KeyLimits limits) {
        try {
            return new NewKey(name.strip(), owner.strip(), EnumSet.copyOf(scopes), expires, limits);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "A key has a name, an owner and a scope at least.", e);
        }
    }

    @Command(name = "list", description = "Lists all keys that there ever were, without the keys themselves.")
    int list() {
        return told(keys -> {
            var now = Instant.now();
            var all = keys.all();
            out().printf(
                            "%-36s  %-10s  %-8s  %-18s  %-20s  %-20s  %s%n",
                            "ID", "KEY", "STATE", "SCOPES", "EXPIRES", "LAST USED", "NAME, OWNER, LIMITS");
            all.forEach(key -> out().println(line(key, now)));
            out().flush();
            return DONE;
        });
    }

    private static String line(ApiKey key, Instant now) {
        return "%-36s  %-10s  %-8s  %-18s  %-20s  %-20s  %s, %s, %s"
                .formatted(
                        key.id(),
                        key.beginning() + "…",
                        state(key, now),
                        words(key.scopes()),
                        time(key.expiresAt(), "never"),
                        time(key.lastUsedAt(), "never"),
                        key.name(),
                        key.owner(),
                        key.limits());
    }

    private static String state(ApiKey key, Instant now) {
        if (key.revokedAt().isPresent()) {
            return "revoked";
        }
        return key.hasExpired(now) ? "expired" : "valid";
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(","));
    }

    private static String time(Optional<Instant> time, String otherwise) {
        return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(otherwise);
    }

    @Command(
            name = "limit",
            description = "Changes what a key may do at most; it holds a few seconds later. What is left out stays.")
    int limit(
            @Parameters(paramLabel = "ID", description = "Of the key, as keys list shows it.") UUID id,
            @Mixin LimitOptions wanted) {
        if (wanted.areNone()) {
            throw new ParameterException(spec.commandLine(), "Which limit is to be changed?");
        }
        return told(keys -> {
            var key = keys.find(id);
            if (key.isPresent() && keys.limit(id, wanted.over(key.get().limits()))) {
                out().printf("Key %s: %s.%n", id, wanted.over(key.get().limits()));
                out().flush();
                return DONE;
            }
            spec.commandLine().getErr().printf("There is no key %s that could be limited.%n", id);
            return NOT_DONE;
        });
    }

    @Command(name = "revoke", description = "Ends a key; it opens nothing a few seconds later.")
    int revoke(@Parameters(paramLabel = "ID", description = "Of the key, as keys list shows it.") UUID id) {
        return told(keys -> {
            if (keys.revoke(id)) {
                out().printf("Key %s was revoked.%n", id);
                out().flush();
                return DONE;
            }
            spec.commandLine().getErr().printf("There is no key %s that could be revoked.%n", id);
            return NOT_DONE;
        });
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int told(WithKeys work) {
        try {
            return work.on(new ApiKeys(database.get()));
        } catch (SQLException | NoSuchElementException e) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "The keys can not be reached: %s%nThe service's settings of its database must be in the"
                                    + " environment, and the service must have run once.%n",
                            e.getMessage());
            return NOT_DONE;
        }
    }

    /** What is done with the keys; answers the exit code. */
    private interface WithKeys {
        int on(ApiKeys keys) throws SQLException;
    }
}
