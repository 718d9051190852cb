package org.webinararchiver.core.scene;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses who is beside the stage when there is not room for all: whoever was there stays, but whoever speaks gets the
 * place of the one who has been silent for longest.
 */
final class Company {
    private final int places;
    private final boolean lecturerStays;
    private Set<String> seated = Set.of();

    Company(SceneRules rules) {
        this.places = rules.places();
        this.lecturerStays = rules.lecturerStays();
    }

    /**
     * Who is beside the stage from an instant on. Instants are asked for in their order.
     *
     * @param present who wants to be there, by their standing
     * @return some of them, by their standing
     */
    List<Person> at(Duration instant, Map<Member, Person> present) {
        var chosen = present.size() <= places ? ids(present) : someOf(instant, present);
        seated = chosen;
        return present.entrySet().stream()
                .filter(entry -> chosen.contains(entry.getKey().id()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Set<String> ids(Map<Member, Person> present) {
        return present.keySet().stream().map(Member::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> someOf(Duration instant, Map<Member, Person> present) {
        var before = seated;
        return present.keySet().stream()
                .sorted(Comparator.<Member, Boolean>comparing(
                                member -> lecturerStays && member.isLecturer(), Comparator.reverseOrder())
                        .thenComparing(member -> member.speaks(instant), Comparator.reverseOrder())
                        .thenComparing(member -> before.contains(member.id()), Comparator.reverseOrder())
                        .thenComparing(member -> member.spokeLast(instant), Comparator.reverseOrder()))
                .limit(places)
                .map(Member::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
