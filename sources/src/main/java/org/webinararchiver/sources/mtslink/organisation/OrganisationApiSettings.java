package org.webinararchiver.sources.mtslink.organisation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where MTS Link tells of organisations. */
@ConfigMapping(prefix = "archiver.sources.mts-link")
public interface OrganisationApiSettings {

    /** The API of every organisation that was added without an address of its own. */
    @WithDefault("https://userapi.mts-link.ru/v3")
    URI organisationApi();
}
