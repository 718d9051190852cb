package org.webinararchiver.api.secrets;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.webinararchiver.api.access.ConfiguredDatabase;
import org.webinararchiver.platform.secret.KeysInUse;
import org.webinararchiver.platform.secret.Rotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code secrets rotate} and {@code secrets check}: change the key that session ids and tokens are sealed with. */
@Command(name = "secrets", description = "Changes the key that session ids and tokens are sealed with.")
public final class SecretsCommand implements Runnable {
    private static final int DONE = 0;
    private static final int NOT_DONE = 1;

    private final Supplier<Rotation> rotation;

    @Spec
    private CommandSpec spec;

    /** On the database and with the keys of the service's own settings. */
    public SecretsCommand() {
        this(SecretsCommand::configured);
    }

    SecretsCommand(Supplier<Rotation> rotation) {
        this.rotation = rotation;
    }

    private static Rotation configured() {
        var settings = ConfiguredDatabase.settings();
        return Rotation.with(
                settings.getOptionalValue("archiver.secrets.key", String.class),
                settings.getOptionalValue("archiver.secrets.key-file", String.class)
                        .map(Path::of),
                settings.getOptionalValues("archiver.secrets.old-keys", String.class)
                        .orElse(List.of()),
                ConfiguredDatabase.find());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be done with secrets: rotate or check?");
    }

    @Command(
            name = "rotate",
            description = "Seals all secrets again with the first key, so that the others are not needed any more. The"
                    + " services may run meanwhile; a run that was ended goes on with the next one.")
    int rotate() {
        return told(work -> {
            var anew = work.run(this::progress);
            var keys = work.inUse();
            print("%d of %d secrets were sealed anew with key %s.", anew, keys.all(), keys.first());
            if (keys.older() > 0) {
                error(
                        "%d are still sealed with an older key, for somebody is writing them: a service may seal with"
                                + " that key. Look at the keys of every service, then run this again.",
                        keys.older());
            } else if (!keys.oldKeys().isEmpty()) {
                print(
                        "Nothing needs the older keys any more; they may be removed from the settings: %s.",
                        String.join(", ", keys.oldKeys()));
            }
            tellOfLost(keys);
            return keys.older() == 0 && keys.lost() == 0 ? DONE : NOT_DONE;
        });
    }

    private void progress(long anew) {
        error("%d sealed anew …", anew);
    }

    @Command(name = "check", description = "Says which keys are still needed.")
    int check() {
        return told(work -> {
            var keys = work.inUse();
            print("%-16s  %10s  %s", "KEY", "SECRETS", "");
            keys.opening().forEach((key, count) -> print("%-16s  %10d  %s", key, count, use(key, count, keys)));
            keys.others().forEach((key, count) -> print("%-16s  %10d  %s", key, count, "is not set"));
            tellOfLost(keys);
            return keys.lost() == 0 ? DONE : NOT_DONE;
        });
    }

    private static String use(String key, long count, KeysInUse keys) {
        if (key.equals(keys.first())) {
            return "seals";
        }
        return count == 0 ? "may be removed" : "is needed";
    }

    private void tellOfLost(KeysInUse keys) {
        if (keys.lost() > 0) {
            error(
                    "%d secrets can not be read with any key that is set, and were left as they are. Add the key that they"
                            + " were sealed with, or have the session ids and tokens given again.",
                    keys.lost());
        }
    }

    private int told(WithSecrets work) {
        try {
            return work.on(rotation.get());
        } catch (SQLException e) {
            error(
                    "The secrets can not be reached: %s%nThe service's settings of its database must be in the"
                            + " environment, and the service must have run once.",
                    e.getMessage());
        } catch (NoSuchElementException | IllegalArgumentException e) {
            error("%s", e.getMessage());
        }
        return NOT_DONE;
    }

    private void print(String text, Object... values) {
        say(spec.commandLine().getOut(), text, values);
    }

    private void error(String text, Object... values) {
        say(spec.commandLine().getErr(), text, values);
    }

    private static void say(PrintWriter writer, String text, Object... values) {
        writer.println(text.formatted(values).stripTrailing());
        writer.flush();
    }

    /** What is done with the secrets; answers the exit code. */
    private interface WithSecrets {
        int on(Rotation rotation) throws SQLException;
    }
}
