package org.webinararchiver.compile.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.timeline.Gap;

/** Gaps in the words of the catalog: people by name, and why. */
final class GapsToNote {
    private static final String DAMAGED = "the file is damaged";

    private GapsToNote() {}

    static List<org.webinararchiver.platform.catalog.Gap> of(
            UUID recording, Manifest manifest, List<Gap> gaps, Map<String, String> reasons) {
        var names = manifest.participants().stream().collect(Collectors.toMap(Participant::id, Participant::name));
        return IntStream.range(0, gaps.size())
                .mapToObj(position -> note(recording, position, gaps.get(position), names, reasons))
                .toList();
    }

    private static org.webinararchiver.platform.catalog.Gap note(
            UUID recording, int position, Gap gap, Map<String, String> names, Map<String, String> reasons) {
        return new org.webinararchiver.platform.catalog.Gap(
                new org.webinararchiver.platform.catalog.Gap.Key(recording, position),
                gap.participant().flatMap(id -> Optional.ofNullable(names.get(id))),
                gap.from(),
                gap.until(),
                reasons.getOrDefault(gap.segment(), DAMAGED));
    }
}
