package org.webinararchiver.platform.database;

import io.quarkus.arc.Unremovable;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.webinararchiver.platform.tls.Untrusted;

/**
 * Looks at the database's certificate before the migrations connect. They try again for a minute, whatever is wrong,
 * and end without a word about what to do; a database that is not there yet is left to them.
 */
@Singleton
@Unremovable
public class TrustedDatabase implements FlywayConfigurationCustomizer {
    private static final Logger LOG = Logger.getLogger(TrustedDatabase.class);

    /** @throws IllegalStateException when the database can not prove who it is */
    @Override
    public void customize(FluentConfiguration migrations) {
        var login = new Properties();
        Optional.ofNullable(migrations.getUser()).ifPresent(user -> login.setProperty("user", user));
        Optional.ofNullable(migrations.getPassword()).ifPresent(password -> login.setProperty("password", password));
        try (var connection = new Driver().connect(migrations.getUrl(), login)) {
            LOG.debugf("the database let us in: %s", connection);
        } catch (SQLException failed) {
            if (Untrusted.isWhy(failed)) {
                throw new IllegalStateException(
                        "The database does not let us in: %s. %s".formatted(failed.getMessage(), Untrusted.ADVICE),
                        failed);
            }
        }
    }
}
