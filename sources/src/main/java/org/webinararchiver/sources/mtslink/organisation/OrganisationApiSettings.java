package org.webinararchiver.sources.mtslink.organisation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where organisations are, in the environment {@code ARCHIVER_SOURCES_MTS_LINK_ORGANISATION_API}. */
@ConfigMapping(prefix = "archiver.sources.mts-link")
public interface OrganisationApiSettings {

    /** The API of an organisation that does not say where its own is. */
    @WithDefault("https://userapi.mts-link.ru/v3")
    URI organisationApi();
}
