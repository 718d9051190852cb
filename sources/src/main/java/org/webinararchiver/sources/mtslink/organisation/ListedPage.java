package org.webinararchiver.sources.mtslink.organisation;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A part of an organisation's list.
 *
 * <p>Pages overlap, since the list may change while it is read: a record that is deleted moves those behind it forward,
 * and without an overlap of a tenth the first of them would be seen by nobody.
 *
 * @param offset how many records of the list come before it
 */
public record ListedPage(int offset, List<ListedRecord> records) {
    private static final int TENTH = 10;

    public ListedPage {
        records = List.copyOf(records);
    }

    /** The records that the page before did not have, each once. */
    public List<ListedRecord> withoutThoseOf(Set<ListedRecord> before) {
        return records.stream()
                .filter(record -> !before.contains(record))
                .distinct()
                .toList();
    }

    /**
     * Where to read on. The list ends with a page that brings nothing new, not with a short one: the platform may give
     * fewer records than it is asked for, and one that does not heed the offset gives the same ones for ever.
     *
     * @param before the records of the page before; empty for the first one
     */
    public OptionalInt next(Set<ListedRecord> before) {
        return withoutThoseOf(before).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(offset + records.size() - records.size() / TENTH);
    }
}
