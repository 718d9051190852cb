package org.webinararchiver.api.access;

import io.smallrye.config.SmallRyeConfigBuilder;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.postgresql.ds.PGSimpleDataSource;

/** The service's settings and its database, for a command that runs without the service. */
public final class ConfiguredDatabase {
    private static final int SECONDS_TO_CONNECT = 10;

    private ConfiguredDatabase() {}

    /** What the environment says, and the files that the service itself would read. */
    public static Config settings() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .build();
    }

    /** @throws java.util.NoSuchElementException when a setting is missing, which it names */
    public static DataSource find() {
        var settings = settings();
        var database = new PGSimpleDataSource();
        database.setUrl(settings.getValue("quarkus.datasource.jdbc.url", String.class));
        settings.getOptionalValue("quarkus.datasource.username", String.class).ifPresent(database::setUser);
        settings.getOptionalValue("quarkus.datasource.password", String.class).ifPresent(database::setPassword);
        database.setConnectTimeout(SECONDS_TO_CONNECT);
        return database;
    }
}
