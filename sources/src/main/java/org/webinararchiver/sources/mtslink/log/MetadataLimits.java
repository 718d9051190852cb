package org.webinararchiver.sources.mtslink.log;

/**
 * What keeps the memory bounded that reading a description takes.
 *
 * @param bytes of a whole description
 * @param bytesOfEvent of one event, which is in memory as a whole
 * @param valuesOfEvent JSON values and brackets of one event: a short text may make many
 * @param things that are remembered of all events together; a long text counts as several
 */
public record MetadataLimits(long bytes, int bytesOfEvent, int valuesOfEvent, int things) {

    /** Far above the largest meetings known: 3 hours, 2,000 files. */
    public static final MetadataLimits STANDARD = new MetadataLimits(512L << 20, 16 << 20, 1 << 20, 200_000);

    public MetadataLimits {
        if (bytes < 1 || bytesOfEvent < 1 || valuesOfEvent < 1 || things < 1) {
            throw new IllegalArgumentException("a limit of less than one lets nothing through");
        }
    }

    /** These limits with another one for the whole. */
    public MetadataLimits withBytes(long most) {
        return new MetadataLimits(most, bytesOfEvent, valuesOfEvent, things);
    }
}
