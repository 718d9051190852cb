package org.webinararchiver.api.access;

import io.smallrye.config.SmallRyeConfigBuilder;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the service's settings, for a command that runs without the service. */
final class ConfiguredDatabase {
    private static final int SECONDS_TO_CONNECT = 10;

    private ConfiguredDatabase() {}

    /** @throws java.util.NoSuchElementException when a setting is missing, which it names */
    static DataSource find() {
        var settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .build();
        var database = new PGSimpleDataSource();
        database.setUrl(settings.getValue("quarkus.datasource.jdbc.url", String.class));
        settings.getOptionalValue("quarkus.datasource.username", String.class).ifPresent(database::setUser);
        settings.getOptionalValue("quarkus.datasource.password", String.class).ifPresent(database::setPassword);
        database.setConnectTimeout(SECONDS_TO_CONNECT);
        return database;
    }
}
