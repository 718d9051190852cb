package org.webinararchiver.platform.task;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was read of each table and index, counted by PostgreSQL. Relations that were left alone are not listed. */
record Reads(List<OfRelation> relations) {
    /** Tables that grow without end, of which nobody may read all. */
    private static final Set<String> LARGE = Set.of("task", "recording", "segment");

    /**
     * The figures of a table or an index.
     *
     * @param scans of a table: how often all of it was read
     * @param entries of a table: rows that were met in doing so; of an index: entries that were met
     * @param buffers pages of 8 KB that were looked at, one each time it was
     */
    record OfRelation(String name, boolean isIndex, long scans, long entries, long buffers) {

        OfRelation minus(OfRelation before) {
            return new OfRelation(
                    name, isIndex, scans - before.scans, entries - before.entries, buffers - before.buffers);
        }

        boolean isUntouched() {
            return scans == 0 && entries == 0 && buffers == 0;
        }
    }

    /** Large tables that were read from end to end. */
    Set<String> scanned() {
        return relations.stream()
                .filter(relation -> !relation.isIndex() && relation.scans() > 0 && LARGE.contains(relation.name()))
                .map(OfRelation::name)
                .collect(Collectors.toSet());
    }

    long buffers() {
        return relations.stream().mapToLong(OfRelation::buffers).sum();
    }

    long entries() {
        return relations.stream().mapToLong(OfRelation::entries).sum();
    }

    @Override
    public String toString() {
        return relations.stream()
                .map(relation -> "  %-24s scans %4d, entries %7d, buffers %8d"
                        .formatted(
                                relation.name(),
                                relation.isIndex() ? 0 : relation.scans(),
                                relation.entries(),
                                relation.buffers()))
                .collect(Collectors.joining("\n", "%d entries in %d buffers:%n".formatted(entries(), buffers()), ""));
    }
}
