package org.webinararchiver.download.organisation;

import java.time.Duration;
import org.webinararchiver.platform.organisation.OrganisationSettings;

/** The settings of the application under test, but for what a test chooses. */
record ChosenSettings(OrganisationSettings others, Duration poll, int mostRecords) implements OrganisationSettings {

    @Override
    public Duration page() {
        return others.page();
    }

    @Override
    public Duration lease() {
        return others.lease();
    }

    @Override
    public int overlapDays() {
        return others.overlapDays();
    }

    @Override
    public Duration pause() {
        return others.pause();
    }

    @Override
    public Duration longestPause() {
        return others.longestPause();
    }
}
