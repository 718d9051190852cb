package org.webinararchiver.sources.mtslink.organisation;

import java.util.Optional;
import org.webinararchiver.core.link.RecognisedLink;

/**
 * A recording as an organisation's list tells it.
 *
 * @param id the platform's number of the record
 * @param name as a person reads it
 * @param link to the recording's page, with the access token that may be part of it; empty when there is none, or it
 *     leads elsewhere
 */
public record ListedRecord(Optional<String> id, Optional<String> name, Optional<RecognisedLink> link) {}
